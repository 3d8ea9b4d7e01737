/** Keeps this process' index fresh: events reach every process, whoever wrote them. */
import type { LoggedEvent } from '@huizhen/platform/events/logged-event';
import type { ExpertsContext } from '../store/experts.store.ts';
import { expertsInMemory } from './experts-in-memory.ts';

const EVENTS_AT_ONCE = 1_000;
const AFTER_FAILURE_MS = 1_000;
const LOOK_AGAIN_MS = 30_000;

/** Returns when the index is filled; goes on following until the subgraph stops. */
export async function followExperts(context: ExpertsContext): Promise<void> {
  // Before the reading, so that what changes meanwhile is heard and read again.
  const position = await context.log.head();
  await expertsInMemory(context).reload(context);
  void follow(context, position);
}

async function follow(context: ExpertsContext, from: bigint): Promise<void> {
  const { log, signal } = context;
  let position = from;
  while (!signal.aborted) {
    try {
      await log.moved(position, AbortSignal.any([signal, AbortSignal.timeout(LOOK_AGAIN_MS)]));
      if (signal.aborted) return;
      position = await catchUp(context, position);
    } catch (error) {
      if (signal.aborted) return;
      context.logger.warn({ err: error }, 'experts in memory: not up to date, trying again in a moment');
      await pause(signal);
    }
  }
}

/** The place in the log that the index has now reached. */
async function catchUp(context: ExpertsContext, position: bigint): Promise<bigint> {
  const { events, upTo } = await context.log.after(position, EVENTS_AT_ONCE);
  const memory = expertsInMemory(context);
  await memory.refresh(context, [...new Set(events.flatMap(expertsOf))]);
  await memory.confirm(context);
  return upTo;
}

function expertsOf(event: LoggedEvent): readonly string[] {
  if (event.type === 'expert.presence-changed') return [event.payload.expertId];
  return event.type === 'expert.changed' ? event.payload.expertIds : [];
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AFTER_FAILURE_MS);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
