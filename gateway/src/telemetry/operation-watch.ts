/** What is seen of one operation while it runs, noted from wherever it passes. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryPlan } from '@apollo/query-planner';

export interface FetchNote {
  readonly service: string;
  readonly milliseconds: number;
  readonly representations: number;
}

export class OperationWatch {
  readonly started = performance.now();
  readonly transport: string;
  readonly client: string | null;
  name: string | null = null;
  kind = 'unknown';
  /** Opaque, as the access token carries it. */
  subject: string | null = null;
  /** The code of the first error. */
  failure: string | null = null;
  plan: QueryPlan | null = null;
  readonly fetches: FetchNote[] = [];

  constructor(transport: string, client: string | null) {
    this.transport = transport;
    this.client = client;
  }
}

const watches = new AsyncLocalStorage<OperationWatch>();

export function currentWatch(): OperationWatch | undefined {
  return watches.getStore();
}

export function watched<T>(watch: OperationWatch, work: () => T): T {
  return watches.run(watch, work);
}
