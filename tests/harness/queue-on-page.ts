/** The coordinator's queue as a page shows it, as the platform answers it to a fresh reader, and as it reached the page. */
import { readFile } from 'node:fs/promises';
import { decodeCursor } from '@huizhen/platform/events/cursor';
import { type Page } from 'playwright-core';
import { z } from 'zod';
import type { Actor } from './actor.ts';

const document = new URL('../../clients/web/src/workspaces/coordinator/queue/queue.graphql', import.meta.url);

const row = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  respondBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  patient: z.object({ name: z.string() }).nullable(),
});
const queueEvent = z.object({
  consultationQueue: z.object({ cursor: z.string(), kind: z.string(), consultations: z.array(row) }),
});
export type QueueEventOnPage = z.infer<typeof queueEvent>;
const frame = z.object({ type: z.literal('next'), payload: z.object({ data: queueEvent }) });

/** What the page itself asks for. */
export async function pagesQueue(): Promise<string> {
  const text = await readFile(document, 'utf8');
  return text.slice(0, text.indexOf('query '));
}

export interface ShownRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly patient: string;
  /** What its clock counts from or to. */
  readonly clock: string | null;
}

/** All rows, in a window that is tall enough for them. */
export async function rowsOn(page: Page): Promise<ShownRow[]> {
  const shown = await page.locator('button[data-row]').evaluateAll((buttons) =>
    buttons.map((button) => ({
      id: button.getAttribute('data-row') ?? '',
      number: button.querySelector('[class*=number]')?.textContent ?? '',
      status: button.querySelector('[data-status]')?.getAttribute('data-status') ?? '',
      patient: button.querySelector('strong')?.textContent ?? '',
      clock: button.querySelector('time')?.getAttribute('datetime') ?? null,
    })),
  );
  return shown.toSorted(byId);
}

/** The same rows, from a snapshot of just now. */
export async function rowsNow(reader: Actor): Promise<ShownRow[]> {
  const feed = reader.watch<QueueEventOnPage>(await pagesQueue());
  const { consultationQueue } = await feed.until(() => true);
  feed.close();
  const clockOf = ({ status, respondBy, submittedAt }: z.infer<typeof row>) => {
    if (status === 'PENDING') return respondBy;
    return status === 'UNDER_REVIEW' ? submittedAt : null;
  };
  return consultationQueue.consultations
    .map((one) => ({ ...one, patient: one.patient?.name ?? '', clock: clockOf(one) }))
    .map(({ id, number, status, patient, clock }) => ({ id, number, status, patient, clock }))
    .toSorted(byId);
}

/** Places in the log of the events that reach the page from now on, in the order of their frames; -1 for a snapshot. */
export function placesReaching(page: Page): bigint[] {
  const places: bigint[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const told = frame.safeParse(JSON.parse(payload.toString()));
      if (told.success) places.push(placeOf(told.data.payload.data));
    }),
  );
  return places;
}

export const SNAPSHOT = -1n;

export function placeOf({ consultationQueue: { cursor, kind } }: QueueEventOnPage): bigint {
  return kind === 'SNAPSHOT' ? SNAPSHOT : decodeCursor(cursor).position;
}

function byId(one: ShownRow, other: ShownRow): number {
  return one.id < other.id ? -1 : 1;
}
