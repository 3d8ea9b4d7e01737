/** Why a subscription ended, and whether it is worth opening again. */
import { PlatformRefusal } from '../platform-refusal.ts';
import { StepFailed } from '../step-failed.ts';

/** The platform's passing troubles; every other refusal would only be repeated. */
const passing = new Set(['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'UNAUTHENTICATED']);

/** The refusal to give up with; undefined when the line may come back. */
export function finalRefusal(trouble: unknown): PlatformRefusal | undefined {
  return trouble instanceof PlatformRefusal && !passing.has(trouble.code) ? trouble : undefined;
}

export function lostForGood(feed: string, trouble: unknown): StepFailed {
  return new StepFailed(`订阅连不上 The subscription ${feed} cannot be opened again (${troubleInWords(trouble)}).`);
}

/** An error, a WebSocket's close event, or nothing at all. */
export function troubleInWords(trouble: unknown): string {
  if (trouble instanceof Error) return trouble.message;
  if (typeof trouble !== 'object' || trouble === null) return 'ended by the platform';
  const code = 'code' in trouble ? String(trouble.code) : '';
  const reason = 'reason' in trouble ? String(trouble.reason) : '';
  return `socket closed ${code} ${reason}`.trim();
}
