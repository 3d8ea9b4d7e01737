/** How much time an operation has left. Its first fetch tells what it is: only a mutation's plan begins with one. */

export interface OperationDeadlines {
  readonly queryMs: number;
  readonly mutationMs: number;
  /** Of mutations that take in whole documents. */
  readonly importMs: number;
}

export const usualDeadlines: OperationDeadlines = { queryMs: 1_800, mutationMs: 10_000, importMs: 60_000 };

const IMPORT = /\bimportFhirBundle\b/;

export class OperationTime {
  /** Whether it may change something: it then runs on, even when nobody waits for its answer any more. */
  changes = false;
  private readonly deadlines: OperationDeadlines;
  private readonly began = performance.now();
  private grantedMs = 0;

  constructor(deadlines: OperationDeadlines) {
    this.deadlines = deadlines;
  }

  /** @param fetched the text of what is now asked of a subgraph. The planner writes the kind first. */
  leftFor(fetched: string): { readonly kind: 'query' | 'mutation'; readonly patienceMs: number } {
    const kind = fetched.startsWith('mutation') ? 'mutation' : 'query';
    if (kind === 'mutation') this.changes = true;
    this.grantedMs = Math.max(this.grantedMs, this.timeOf(kind, fetched));
    return { kind, patienceMs: Math.max(0, this.began + this.grantedMs - performance.now()) };
  }

  private timeOf(kind: 'query' | 'mutation', fetched: string): number {
    const { queryMs, mutationMs, importMs } = this.deadlines;
    if (kind === 'query') return queryMs;
    return IMPORT.test(fetched) ? importMs : mutationMs;
  }
}
