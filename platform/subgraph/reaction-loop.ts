/** Runs a subgraph's reactions in the log's order, each event at least once; one instance of the subgraph at a time does it. */
import type pg from 'pg';
import { z } from 'zod';
import { serviceViewer } from '../access/service-viewer.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import { reasonOf } from '../telemetry/reason-of.ts';
import { alongRequest, traced } from '../telemetry/tracing.ts';
import type { RunningSubgraph } from './running-subgraph.ts';
import type { SubgraphServices } from './subgraph-services.ts';

const READ_AT_ONCE = 100;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;
const LOOK_AGAIN_MS = 1_000;

const consumerRow = z.object({ position: z.coerce.bigint() });

export class ReactionLoop {
  private readonly subgraph: RunningSubgraph;
  private readonly services: SubgraphServices;
  private readonly pool: pg.Pool;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(subgraph: RunningSubgraph, services: SubgraphServices, pool: pg.Pool) {
    this.subgraph = subgraph;
    this.services = services;
    this.pool = pool;
  }

  start(): void {
    if ((this.subgraph.definition.reactions ?? []).length > 0) this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const upTo = await this.turn();
        if (upTo === null) await pause(LOOK_AGAIN_MS, signal);
        else await this.services.log.moved(upTo, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.services.logger.warn(
          { reason: reasonOf(error), subgraph: this.subgraph.name },
          'reactions: interrupted, going on in a moment',
        );
        await pause(LOOK_AGAIN_MS, signal);
      }
    }
  }

  /** Reacts to the next stretch of the log; null when another instance is at it. */
  private async turn(): Promise<bigint | null> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const position = await this.claim(client);
      if (position === null) return null;
      const { events, upTo } = await this.services.log.after(position, READ_AT_ONCE);
      for (const event of events) await this.react(event);
      await client.query('UPDATE events.consumers SET position = $2 WHERE name = $1', [
        this.subgraph.name,
        upTo.toString(),
      ]);
      await client.query('COMMIT');
      return upTo;
    } finally {
      // Ends a transaction that did not get to its COMMIT; after one it does nothing.
      await client.query('ROLLBACK').catch(() => undefined);
      client.release();
    }
  }

  private async claim(client: pg.PoolClient): Promise<bigint | null> {
    await client.query('INSERT INTO events.consumers (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [
      this.subgraph.name,
    ]);
    const { rows } = await client.query(
      'SELECT position FROM events.consumers WHERE name = $1 FOR UPDATE SKIP LOCKED',
      [this.subgraph.name],
    );
    return rows.length === 0 ? null : consumerRow.parse(rows[0]).position;
  }

  private async react(event: LoggedEvent): Promise<void> {
    for (const reaction of this.subgraph.definition.reactions ?? []) {
      if (!reaction.on.includes(event.type)) continue;
      const caller = { viewer: serviceViewer(this.subgraph.name), requestId: `event:${event.id}`, purpose: null };
      const spanning = { attributes: { 'huizhen.subgraph': this.subgraph.name, 'huizhen.event.type': event.type } };
      const work = () => this.subgraph.as(caller, (context) => reaction.run(context, event));
      const once = () =>
        alongRequest(
          caller.requestId,
          () => undefined,
          () => traced(`reaction ${reaction.name}`, spanning, work),
        );
      await this.insist(event, reaction.name, once);
    }
  }

  /** Tries with growing pauses; what still fails is set aside and told, so that it does not hold up all others. */
  private async insist(event: LoggedEvent, name: string, run: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await run();
        return this.services.metrics.reaction(this.subgraph.name, name, 'ok');
      } catch (error) {
        this.services.metrics.reaction(this.subgraph.name, name, attempt === ATTEMPTS ? 'set-aside' : 'failed');
        if (this.stopping.signal.aborted) throw error;
        if (attempt === ATTEMPTS) return this.setAside(event, name, error);
        await pause(FIRST_PAUSE_MS * 2 ** attempt, this.stopping.signal);
      }
    }
  }

  private async setAside(event: LoggedEvent, name: string, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.name : 'unknown';
    const stack = error instanceof Error ? error.stack : undefined;
    this.services.logger.error(
      { reaction: name, eventId: event.id, type: event.type, err: { stack } },
      'a reaction failed for good',
    );
    await this.pool.query(
      'INSERT INTO events.failures (consumer, event_id, reason) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [`${this.subgraph.name}.${name}`, event.id, reason],
    );
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
