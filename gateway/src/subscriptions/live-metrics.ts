/** What there is to see of live operations from outside; labels are transports, never data. */
import { Counter, Gauge, type Registry } from 'prom-client';

export type Transport = 'websocket' | 'sse';

export function createLiveMetrics(registry: Registry) {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name: `huizhen_${name}`, help, registers });
  const counter = (name: string, help: string) => new Counter({ name: `huizhen_${name}_total`, help, registers });
  return {
    sockets: gauge('sockets', 'Open WebSockets.'),
    subscriptions: new Gauge({
      name: 'huizhen_subscriptions',
      help: 'Subscriptions under way.',
      labelNames: ['transport'] as const,
      registers,
    }),
    upstreams: gauge('subscription_upstreams', 'Streams of subgraphs that feed them.'),
    events: counter('events_delivered', 'Subscription events delivered to clients.'),
    completed: counter('events_completed', 'Subscription events completed with the fields of other subgraphs.'),
    coalesced: counter('events_coalesced', 'Events left out for clients that lag, because a newer state was waiting.'),
    resubscribed: counter('upstreams_resubscribed', 'Attempts to go on with a stream that a subgraph lost.'),
    stalled: counter('subscribers_stalled', 'Subscribers cut off because they read nothing.'),
  };
}

export type LiveMetrics = ReturnType<typeof createLiveMetrics>;
