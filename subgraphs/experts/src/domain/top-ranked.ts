/** Keeps the best N of many in a bounded heap: memory for N, and most offers cost one comparison. */
export class TopRanked<T> {
  readonly size: number;
  /** Positive when the first is better. */
  readonly compare: (a: T, b: T) => number;
  /** A binary heap with the worst of the kept on top. */
  private readonly heap: T[] = [];

  constructor(size: number, compare: (a: T, b: T) => number) {
    this.size = size;
    this.compare = compare;
  }

  offer(item: T): void {
    if (this.heap.length < this.size) {
      this.heap.push(item);
      this.rise(this.heap.length - 1);
      return;
    }
    const [worst] = this.heap;
    if (worst === undefined || this.compare(item, worst) <= 0) return;
    this.heap[0] = item;
    this.sink(0);
  }

  /** What an item must not be worse than to be kept; undefined while there is room. */
  get bar(): T | undefined {
    return this.heap.length < this.size ? undefined : this.heap[0];
  }

  bestFirst(): T[] {
    return this.heap.toSorted((a, b) => this.compare(b, a));
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      const child = this.worseOf(2 * at + 1, 2 * at + 2);
      if (!this.swapIfWorse(child, at)) return;
      at = child;
    }
  }

  private worseOf(left: number, right: number): number {
    const [a, b] = [this.heap[left], this.heap[right]];
    return a !== undefined && b !== undefined && this.compare(b, a) < 0 ? right : left;
  }

  private swapIfWorse(child: number, parent: number): boolean {
    const [below, above] = [this.heap[child], this.heap[parent]];
    if (below === undefined || above === undefined || this.compare(below, above) >= 0) return false;
    this.heap[parent] = below;
    this.heap[child] = above;
    return true;
  }
}
