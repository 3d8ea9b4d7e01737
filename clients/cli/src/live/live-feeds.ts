/** The two subscriptions of a run: the coordinator's queue and the requester's consultation. */
import type { Client } from 'graphql-ws';
import { known, type DemoRun } from '../demo-run.ts';
import type { PlatformClient } from '../platform-client.ts';
import { consultationFeed, type ConsultationEvent } from './consultation-feed.ts';
import { consultationLine, queueLine } from './event-lines.ts';
import { LiveFeed, type FeedSource } from './live-feed.ts';
import { openSocket } from './open-socket.ts';
import { queueFeed, type QueueEvent } from './queue-feed.ts';

export interface LiveFeeds {
  readonly queue: LiveFeed<QueueEvent>;
  readonly consultation: LiveFeed<ConsultationEvent>;
}

const lineLostAtMostMs = 60_000;
const snapshotWithinMs = 15_000;

/**
 * The queue's first event, a snapshot, marks a moment in the platform's log. The consultation is followed from that very
 * moment on (`after` takes any cursor of the platform), so that no change can fall between the two subscriptions.
 */
export async function openFeeds(demo: DemoRun): Promise<LiveFeeds> {
  const { cursors } = demo.state;
  const { coordinator, requester } = demo.people;
  const client = socketOf(demo, coordinator);
  const queue = open(demo, { client, source: queueFeed, describe: queueLine, after: cursors['queue'] });
  if (cursors['queue'] === undefined) await snapshot(queue);
  const source = consultationFeed(known(demo, 'consultationId'));
  const after = cursors['consultation'] ?? queue.taken;
  const consultation = open(demo, { client: socketOf(demo, requester), source, describe: consultationLine, after });
  return { queue, consultation };
}

export function closeFeeds({ queue, consultation }: LiveFeeds): void {
  queue.close();
  consultation.close();
}

async function snapshot(queue: LiveFeed<QueueEvent>): Promise<void> {
  try {
    await queue.take(({ kind }) => kind === 'SNAPSHOT', snapshotWithinMs);
  } catch (error) {
    queue.close();
    throw error;
  }
}

function socketOf({ arguments: { url } }: DemoRun, person: PlatformClient): Client {
  return openSocket(url, async () => (await person.session()).accessToken);
}

interface Opening<Event> {
  readonly client: Client;
  readonly source: FeedSource<Event>;
  readonly describe: (event: Event) => string;
  readonly after: string | undefined;
}

function open<Event extends { readonly cursor: string }>(demo: DemoRun, opening: Opening<Event>): LiveFeed<Event> {
  const { client, source, describe, after } = opening;
  return new LiveFeed(source, {
    client,
    after,
    nowMs: demo.nowMs,
    patienceMs: lineLostAtMostMs,
    onEvent: (event) => demo.print.event(`${source.name}  ${describe(event)}`),
    onNotice: (notice) => demo.print.notice(notice),
  });
}
