/**
 * What somebody has typed and not sent yet: kept in this window through a reload, a lost line and a new sign-in of the same person.
 * It stands nowhere else and ends with the window, since it is about a patient and the computer may be everybody's.
 */
import { useCallback, useState } from 'react';
import { useSession } from '../../graph/graph-context.tsx';

const prefix = 'huizhen.web.draft';

export interface Draft<Value> {
  readonly value: Value;
  /** Something was typed that has not been sent. */
  readonly kept: boolean;
  keep(value: Value): void;
  /** It was sent, or given up. */
  discard(): void;
}

/**
 * @param name which draft, such as `opinion.<consultation id>`
 * @param read makes sure that what was kept, perhaps by an older version of the page, is a value; undefined when it is none
 */
export function useDraft<Value>(
  name: string,
  { empty, read }: { readonly empty: Value; readonly read: (kept: unknown) => Value | undefined },
): Draft<Value> {
  const key = `${prefix}.${useSession()?.viewer.id ?? ''}.${name}`;
  const [held, setHeld] = useState(() => ({ key, value: keptIn(key, read) }));
  const value = held.key === key ? held.value : keptIn(key, read);
  const keep = useCallback(
    (next: Value) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setHeld({ key, value: next });
    },
    [key],
  );
  const discard = useCallback(() => {
    sessionStorage.removeItem(key);
    setHeld({ key, value: undefined });
  }, [key]);
  return { value: value ?? empty, kept: value !== undefined, keep, discard };
}

/** Who signs out leaves nothing behind; who is signed out by the clock comes back to it. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${prefix}.`)) sessionStorage.removeItem(key);
}

function keptIn<Value>(key: string, read: (kept: unknown) => Value | undefined): Value | undefined {
  try {
    return read(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}
