/** One patient's data key in one subgraph, and the sealing of that patient's fields with it. */
import type { KeyObject } from 'node:crypto';
import { keyVersionOf } from './authenticated-cipher.ts';
import { open, seal, type FieldAddress } from './field-cipher.ts';
import { SealBroken } from './seal-broken.ts';

/** `version` and `key` are the newest, which seals; `versions` are all, which open. */
export type DataKey = {
  readonly patientId: string;
  readonly version: number;
  readonly key: KeyObject;
  readonly versions: ReadonlyMap<number, KeyObject>;
};

export type FieldPlace = Omit<FieldAddress, 'keyVersion'>;

export function dataKeyOf(patientId: string, versions: ReadonlyMap<number, KeyObject>): DataKey {
  const version = Math.max(...versions.keys());
  const key = versions.get(version);
  if (!key) throw new Error(`Patient ${patientId} has no data key.`);
  return { patientId, version, key, versions };
}

export function sealField(dataKey: DataKey, place: FieldPlace, plaintext: string): Buffer {
  return seal(dataKey.key, { ...place, keyVersion: dataKey.version }, plaintext);
}

/** @throws SealBroken */
export function openField(dataKey: DataKey, place: FieldPlace, sealed: Buffer): string {
  const keyVersion = keyVersionOf(sealed);
  const key = dataKey.versions.get(keyVersion);
  if (key) return open(key, { ...place, keyVersion }, sealed);
  throw new SealBroken(`${place.table}.${place.column}`, `the patient has no data key of version ${keyVersion}`);
}

/** What a wrapped data key is bound to. */
export function dataKeyContext(schema: string, patientId: string, keyVersion: number): string {
  return `${schema}|${patientId}|${keyVersion}`;
}
