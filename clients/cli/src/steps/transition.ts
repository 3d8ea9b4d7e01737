/** One mutation that moves the consultation on, and the proof that both subscriptions have told of it. */
import { z } from 'zod';
import { idempotencyKey, known, type DemoRun } from '../demo-run.ts';
import type { Received } from '../live/event-inbox.ts';
import type { PlatformClient } from '../platform-client.ts';
import { statusLabel } from '../printing/labels.ts';
import type { StepReport } from '../run-state.ts';
import { StepFailed } from '../step-failed.ts';

export interface Transition {
  readonly step: string;
  readonly by: PlatformClient;
  /** Takes one `$input` and answers the consultation as `moved`. */
  readonly document: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** The status that it leads to. */
  readonly status: string;
  /** The event by which the timeline tells of it. */
  readonly event: string;
  /** An invitation's status that the queue must show too. */
  readonly invitation?: string;
}

const eventWithinMs = 10_000;
const answer = z.object({
  moved: z.object({ number: z.string(), status: z.string(), availableActions: z.array(z.string()) }),
});

export async function transition(demo: DemoRun, wanted: Transition): Promise<StepReport['events']> {
  const { feeds, print } = demo;
  if (feeds === undefined) throw new StepFailed('The subscriptions must be open before the consultation moves on.');
  const consultationId = known(demo, 'consultationId');
  const input = { consultationId, ...wanted.input, idempotencyKey: idempotencyKey(demo, wanted.step) };
  const { moved } = await wanted.by.ask({ document: wanted.document, variables: { input }, answer });
  const answeredAtMs = demo.nowMs();
  const next = moved.availableActions.join(' ') || '—';
  print.good(`${moved.number} → ${statusLabel(moved.status)} · 现在可以 now possible: ${next}`);
  const [inQueue, ofConsultation] = await Promise.all([
    feeds.queue.take(({ consultations }) => consultations.some(shows(consultationId, wanted)), eventWithinMs),
    feeds.consultation.take(({ change }) => change.event === wanted.event, eventWithinMs),
  ]);
  return [
    latency(demo, answeredAtMs, { feed: feeds.queue.name, received: inQueue }),
    latency(demo, answeredAtMs, { feed: feeds.consultation.name, received: ofConsultation }),
  ];
}

interface InQueue {
  readonly id: string;
  readonly status: string;
  readonly invitations: readonly { readonly status: string }[];
}

function shows(consultationId: string, { status, invitation }: Transition): (consultation: InQueue) => boolean {
  return (consultation) =>
    consultation.id === consultationId &&
    consultation.status === status &&
    (invitation === undefined || consultation.invitations.some((one) => one.status === invitation));
}

/** Negative when the event was here before the answer. */
function latency(demo: DemoRun, answeredAtMs: number, of: { feed: string; received: Received<unknown> }) {
  const latencyMs = of.received.atMs - answeredAtMs;
  const early = latencyMs < 0 ? '（先于应答 before the answer）' : '';
  demo.print.fact(`${of.feed}: 应答→事件 answer→event ${latencyMs.toFixed(1)} ms${early}`);
  return { feed: of.feed, latencyMs };
}
