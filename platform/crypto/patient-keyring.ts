/** The data keys of patients in one subgraph: found for many at once, made on the first write, kept unwrapped for a while. */
import { createSecretKey, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataKeyRow, DataKeyStore } from './data-key-store.ts';
import { dataKeyContext, dataKeyOf, type DataKey } from './data-key.ts';
import type { KeyProvider } from './key-provider.ts';

/** `schema` is the subgraph's; a key wrapped for one schema does not unwrap in another. */
export type KeyringOptions = { schema: string; maxPatients?: number; keepMilliseconds?: number };

/** Longer than any transaction lives. */
const untilCommitted = 600_000;

export class PatientKeyring {
  readonly #provider: KeyProvider;
  readonly #schema: string;
  readonly #unwrapped: LRUCache<string, DataKey>;
  // A key whose row is rolled back must never seal anything again, so what was added here stays out of the cache until its
  // transaction must have ended. Other processes' keys are seen only once they are committed.
  readonly #justAdded = new LRUCache<string, true>({ max: 100_000, ttl: untilCommitted });

  constructor(provider: KeyProvider, { schema, maxPatients = 10_000, keepMilliseconds = 300_000 }: KeyringOptions) {
    this.#provider = provider;
    this.#schema = schema;
    this.#unwrapped = new LRUCache({ max: maxPatients, ttl: keepMilliseconds });
  }

  /** One statement at most; a patient without a key has nothing sealed here and is absent from the answer. */
  async keysFor(patientIds: readonly string[], store: DataKeyStore): Promise<Map<string, DataKey>> {
    const found = new Map<string, DataKey>();
    const missing = new Set<string>();
    for (const id of patientIds) {
      const known = this.#unwrapped.get(id);
      if (known) found.set(id, known);
      else missing.add(id);
    }
    if (missing.size === 0) return found;
    for (const key of await this.#unwrapAll(await store.find([...missing]))) {
      found.set(key.patientId, key);
      if (!this.#justAdded.has(key.patientId)) this.#unwrapped.set(key.patientId, key);
    }
    return found;
  }

  /** Makes the key on the first write; when two transactions do so at once, both get the one that was added first. */
  async keyForWriting(patientId: string, store: DataKeyStore): Promise<DataKey> {
    const existing = (await this.keysFor([patientId], store)).get(patientId);
    if (existing) return existing;
    this.#justAdded.set(patientId, true);
    const wrapped = await this.#provider.wrap(randomBytes(32), dataKeyContext(this.#schema, patientId, 1));
    await store.insert({ patientId, keyVersion: 1, wrapped });
    const added = (await this.keysFor([patientId], store)).get(patientId);
    if (added) return added;
    throw new Error(`The data key of patient ${patientId} was added but can't be read; retry the transaction.`);
  }

  /** After the key's row was removed, so that the patient's sealed fields can't be read from here any longer. */
  forget(patientId: string): void {
    this.#unwrapped.delete(patientId);
  }

  async #unwrapAll(rows: readonly DataKeyRow[]): Promise<DataKey[]> {
    const byPatient = Map.groupBy(rows, (row) => row.patientId);
    return Promise.all([...byPatient].map(([patientId, versions]) => this.#unwrap(patientId, versions)));
  }

  async #unwrap(patientId: string, rows: readonly DataKeyRow[]): Promise<DataKey> {
    const versions = await Promise.all(
      rows.map(async ({ keyVersion, wrapped }) => {
        const context = dataKeyContext(this.#schema, patientId, keyVersion);
        return [keyVersion, createSecretKey(await this.#provider.unwrap(wrapped, context))] as const;
      }),
    );
    return dataKeyOf(patientId, new Map(versions));
  }
}
