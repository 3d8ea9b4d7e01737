/** Wraps the data keys of one subgraph again, so that an old key-encryption key can be retired; fields stay as they are. */
import type { DataKeyRow } from './data-key-store.ts';
import { dataKeyContext } from './data-key.ts';
import type { KeyProvider } from './key-provider.ts';

/** Needs the owner's role: the application's may not update data keys. */
export interface RewrapStore {
  /** Rows in the order of (patient_id, key_version), after the one given. */
  page(after: DataKeyRow | null, size: number): Promise<readonly DataKeyRow[]>;
  /** Replaces `row.wrapped` only if it is still what was read. */
  replace(row: DataKeyRow, wrapped: Buffer): Promise<void>;
}

export type Rewrapping = { provider: KeyProvider; schema: string; store: RewrapStore; pageSize?: number };

/** Readers go on meanwhile, since old versions still unwrap; stopped half-way, it can be run again. Returns how many changed. */
export async function rewrapDataKeys({ provider, schema, store, pageSize = 500 }: Rewrapping): Promise<number> {
  let changed = 0;
  let rows = await store.page(null, pageSize);
  for (; rows.length > 0; rows = await store.page(rows.at(-1) ?? null, pageSize)) {
    for (const row of rows.filter(({ wrapped }) => !provider.isCurrent(wrapped))) {
      const context = dataKeyContext(schema, row.patientId, row.keyVersion);
      await store.replace(row, await provider.wrap(await provider.unwrap(row.wrapped, context), context));
      changed += 1;
    }
  }
  return changed;
}
