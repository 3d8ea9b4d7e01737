/**
 * Work for the events of a subscription. A subscription lives for hours, so that each event is a trace of its own, linked to the one that
 * asked for it; whoever takes the next event may be working for another request by then.
 */
import { currentTrail, along } from './request-trail.ts';
import { traced, type Spanning } from './tracing.ts';

/** Call it while subscribing; what it returns does the work for one event, in the name of the request that subscribed. */
export function observedEvents(name: string, spanning: Spanning = {}): <T>(work: () => Promise<T>) => Promise<T> {
  const trail = currentTrail();
  if (!trail) return (work) => work();
  return (work) => along(trail, () => traced(name, { ...spanning, newTrace: true }, work));
}
