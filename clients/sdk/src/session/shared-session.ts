/**
 * A session that all pages of this origin share. It is in IndexedDB, since localStorage reaches the other pages' processes too
 * late: the next to hold the lock would still find the old refresh token, and a token that comes twice ends the session.
 */
import { sessionIn, type SessionStore } from './session-store.ts';

const SESSIONS = 'sessions';
const OWN = 'own';

export function sharedSession(name = 'huizhen-session'): SessionStore {
  const pages = new BroadcastChannel(name);
  return {
    load: async () => sessionIn(await inDatabase(name, 'readonly', (sessions) => sessions.get(OWN))),
    async save(session) {
      await inDatabase(name, 'readwrite', (sessions): IDBRequest =>
        session === null ? sessions.delete(OWN) : sessions.put(session, OWN),
      );
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel never leaves its origin
      pages.postMessage('changed');
    },
    // Browsers have locks on secure pages only.
    exclusively: async (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
    onChange: (listener) => pages.addEventListener('message', listener),
  };
}

/** One transaction, seen by every page once it is complete. */
function inDatabase(
  name: string,
  mode: IDBTransactionMode,
  act: (sessions: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(SESSIONS));
    opening.addEventListener('error', () => reject(failed(opening.error)));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction(SESSIONS, mode);
      const asked = act(transaction.objectStore(SESSIONS));
      transaction.addEventListener('complete', () => resolve(asked.result));
      transaction.addEventListener('abort', () => reject(failed(transaction.error)));
      database.close();
    });
  });
}

function failed(cause: DOMException | null): Error {
  return new Error('This browser keeps no session: it allows no IndexedDB here.', { cause });
}
