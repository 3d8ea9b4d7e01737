/** Works on the next few items of a stream while the first is still under way, and passes the results on in the stream's order. */
export async function* inOrder<In, Out>(
  source: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  most: number,
): AsyncGenerator<Out> {
  const items = source[Symbol.asyncIterator]();
  const start = async (): Promise<IteratorResult<Out, undefined>> => {
    const item = await items.next();
    return item.done ? { done: true, value: undefined } : { done: false, value: await work(item.value) };
  };
  const begin = () => {
    const result = start();
    // Its failure is told when its turn comes.
    result.catch(() => undefined);
    return result;
  };
  const underWay = Array.from({ length: most }, begin);
  try {
    for (let first = await underWay.shift(); first && !first.done; first = await underWay.shift()) {
      underWay.push(begin());
      yield first.value;
    }
  } finally {
    // Not awaited: a stream that waits for its next item ends when its signal says so.
    void items.return?.();
  }
}
