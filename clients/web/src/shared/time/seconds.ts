/** One tick a second for every clock on the page; it rests while nobody looks. */
const listeners = new Set<() => void>();
let second = 0;
let timer: ReturnType<typeof setInterval> | undefined;

export const seconds = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    timer ??= setInterval(tick, 1000);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  },
  now: (): number => second,
};

function tick(): void {
  if (document.hidden) return;
  second += 1;
  for (const listener of listeners) listener();
}
