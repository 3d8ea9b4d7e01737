/** Judges each distinct text once per version of the graph; the same judgement for every transport. */
import { LRUCache } from 'lru-cache';
import type { GraphVersion } from '../federation/graph-version.ts';
import { judgeDocument, type Judged } from '../limits/judge-document.ts';

interface Graph {
  readonly current: GraphVersion;
  readonly introspection: boolean;
}

const KEPT_CHARACTERS = 2_000_000;

export class CheckedDocuments {
  private readonly graph: Graph;
  private readonly cache = new LRUCache<string, Judged>({ maxSize: KEPT_CHARACTERS, sizeCalculation: lengthOf });
  private version: GraphVersion;

  constructor(graph: Graph) {
    this.graph = graph;
    this.version = graph.current;
  }

  check(source: string): Judged {
    if (this.version !== this.graph.current) this.forget();
    const known = this.cache.get(source);
    if (known) return known;
    const { introspection } = this.graph;
    const judged = judgeDocument(source, { schema: this.version.schema, introspection });
    // What is refused is judged again: its errors hold on to the whole of it, and an attacker never sends the same twice.
    if ('document' in judged) this.cache.set(source, judged);
    return judged;
  }

  private forget(): void {
    this.version = this.graph.current;
    this.cache.clear();
  }
}

function lengthOf(_judged: Judged, source: string): number {
  return source.length + 1;
}
