/** One thing that happened to a demo consultation, in the words of the table of transitions. */
import type { CloseReason, DeclineReason } from '../domain/consultation-status.ts';
import type { OpinionText } from '../domain/opinion.ts';

/** minutes after the creation; experts by their demo number, 1 to 15 */
interface StepTime {
  readonly minute: number;
  readonly note?: string;
}
export type DemoStepBy =
  | { readonly action: 'SUBMIT' | 'START' | 'INTERRUPT' | 'RESUME' | 'END'; readonly by: 'requester' }
  | { readonly action: 'APPROVE' | 'RETURN'; readonly by: 'coordinator' }
  | { readonly action: 'INVITE'; readonly by: 'coordinator'; readonly experts: readonly number[] }
  | { readonly action: 'ACCEPT'; readonly by: 'expert'; readonly expert: number }
  | { readonly action: 'DECLINE'; readonly by: 'expert'; readonly expert: number; readonly reason: DeclineReason }
  | { readonly action: 'EXPIRE'; readonly by: 'system'; readonly expert: number }
  | {
      readonly action: 'SIGN_OPINION' | 'AMEND';
      readonly by: 'expert';
      readonly expert: number;
      readonly opinion: OpinionText;
    }
  | { readonly action: 'COMPLETE'; readonly by: 'requester'; readonly conclusion: string }
  | { readonly action: 'CANCEL'; readonly by: 'requester' }
  | { readonly action: 'CANCEL'; readonly by: 'coordinator'; readonly closeReason: CloseReason };
export type DemoStep = StepTime & DemoStepBy;

type RequesterAction = 'SUBMIT' | 'START' | 'INTERRUPT' | 'RESUME' | 'END';

export function does(minute: number, action: RequesterAction, note?: string): DemoStep {
  return { minute, action, by: 'requester', ...(note === undefined ? {} : { note }) };
}

export function returns(minute: number, note: string): DemoStep {
  return { minute, action: 'RETURN', by: 'coordinator', note };
}

/** Submitted at once, approved two minutes later, and these experts asked in the same minute. */
export function dispatched(...experts: readonly number[]): readonly DemoStep[] {
  const approved: readonly DemoStep[] = [does(1, 'SUBMIT'), { minute: 3, action: 'APPROVE', by: 'coordinator' }];
  return experts.length === 0 ? approved : [...approved, invites(3, ...experts)];
}

export function invites(minute: number, ...experts: readonly number[]): DemoStep {
  return { minute, action: 'INVITE', by: 'coordinator', experts };
}

export function accepts(minute: number, expert: number): DemoStep {
  return { minute, action: 'ACCEPT', by: 'expert', expert };
}

export function declines(minute: number, expert: number, [reason, note]: readonly [DeclineReason, string]): DemoStep {
  return { minute, action: 'DECLINE', by: 'expert', expert, reason, note };
}

export function signs(
  minute: number,
  expert: number,
  [diagnosis, diseaseCode, advice]: readonly [string, string, string],
): DemoStep {
  return { minute, action: 'SIGN_OPINION', by: 'expert', expert, opinion: { diagnosis, diseaseCode, advice } };
}

export function concludes(minute: number, conclusion: string): DemoStep {
  return { minute, action: 'COMPLETE', by: 'requester', conclusion };
}
