/** The matcher's index in this process: read at the start, then kept up to date one expert at a time, one change after another. */
import type { EventLog } from '@huizhen/platform/events/event-log';
import { candidateOf } from '../domain/expert.ts';
import { ExpertIndex } from '../domain/expert-index.ts';
import type { ExpertsContext } from '../store/experts.store.ts';

const READ_AT_ONCE = 2_000;
const MINUTE_MS = 60_000;

export class ExpertsInMemory {
  private index = new ExpertIndex();
  /** When it was last known to hold what the database holds. */
  private freshAt: Date | null = null;
  private readAt: Date | null = null;
  private lastChange: Promise<unknown> = Promise.resolve();

  /** The index, read anew first when nobody has kept it fresh for too long. */
  async current(context: ExpertsContext): Promise<ExpertIndex> {
    if (isOlder(this.freshAt, context, 2)) await this.reload(context);
    return this.index;
  }

  get size(): number {
    return this.index.size;
  }

  reload(context: ExpertsContext): Promise<void> {
    return this.oneByOne(async () => {
      const now = context.clock.now();
      this.index = await readAll(context, now);
      this.readAt = now;
      this.freshAt = now;
    });
  }

  refresh(context: ExpertsContext, expertIds: readonly string[]): Promise<void> {
    return this.oneByOne(async () => {
      if (expertIds.length === 0) return;
      const now = context.clock.now();
      const known = await context.asService((own) => own.read(({ experts }) => experts.byIds(expertIds, now)));
      for (const id of expertIds) this.index.remove(id);
      for (const one of known) this.index.upsert(candidateOf(one, now));
    });
  }

  /** Every event up to now has been heard; duty hours and weekly counts still move on by themselves. */
  async confirm(context: ExpertsContext): Promise<void> {
    if (isOlder(this.readAt, context, 1)) await this.reload(context);
    this.freshAt = context.clock.now();
  }

  /** So that what was read earlier never replaces what was read later. */
  private oneByOne(change: () => Promise<void>): Promise<void> {
    const changed = this.lastChange.then(change);
    this.lastChange = changed.catch(() => undefined);
    return changed;
  }
}

function isOlder(moment: Date | null, { clock, settings }: ExpertsContext, times: number): boolean {
  return (
    moment === null || clock.now().getTime() - moment.getTime() > times * settings.EXPERTS_RELOAD_MINUTES * MINUTE_MS
  );
}

/** Page by page, so that other requests are answered in between. */
function readAll(context: ExpertsContext, now: Date): Promise<ExpertIndex> {
  return context.asService((own) =>
    own.read(async ({ experts }) => {
      const index = new ExpertIndex();
      const everybody = { specialty: null, online: null };
      for (let after: string | null = null; ;) {
        const page = await experts.page(everybody, { first: READ_AT_ONCE, after }, now);
        for (const one of page) index.upsert(candidateOf(one, now));
        if (page.length <= READ_AT_ONCE) return index;
        after = page.at(-1)?.expert.id ?? null;
      }
    }),
  );
}

const inProcess = new WeakMap<EventLog, ExpertsInMemory>();

/** One for each running host, which is known by its log. */
export function expertsInMemory({ log }: ExpertsContext): ExpertsInMemory {
  const known = inProcess.get(log) ?? new ExpertsInMemory();
  inProcess.set(log, known);
  return known;
}
