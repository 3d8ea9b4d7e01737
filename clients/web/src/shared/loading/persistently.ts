/** Fetches a piece of the program until it has come: a line that is cut just then must not cost the page. */
const most = 5;

/** Without a network it waits for one. @throws what the last of five attempts met, as after a new version has taken the old one's place */
export async function persistently<Piece>(load: () => Promise<Piece>): Promise<Piece> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load();
    } catch (error) {
      if (attempt === most) throw error;
      await worthTrying(attempt);
    }
  }
}

function worthTrying(attempt: number): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, 500 * 2 ** attempt);
    else globalThis.addEventListener('online', () => resolve(), { once: true });
  });
}
