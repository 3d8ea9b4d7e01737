/** Encryption of patients' fields within one transaction: keys are fetched once, then sealing and opening are plain calls. */
import type { KeyObject } from 'node:crypto';
import { blindIndex } from '../crypto/blind-index.ts';
import type { DataKeyStore } from '../crypto/data-key-store.ts';
import { openField, sealField, type DataKey } from '../crypto/data-key.ts';
import { nameTokens } from '../crypto/name-tokens.ts';
import type { PatientKeyring } from '../crypto/patient-keyring.ts';

/** Seals and opens the fields of one patient's rows. */
export interface PatientCipher {
  seal(table: string, column: string, rowId: string, text: string): Buffer;
  open(table: string, column: string, rowId: string, sealed: Buffer): string;
}

function cipherWith(key: DataKey): PatientCipher {
  return {
    seal: (table, column, rowId, text) => sealField(key, { table, column, rowId }, text),
    open: (table, column, rowId, sealed) => openField(key, { table, column, rowId }, sealed),
  };
}

export class UnitKeys {
  private readonly keyring: PatientKeyring;
  private readonly store: DataKeyStore;
  private readonly indexKey: KeyObject;

  constructor(keyring: PatientKeyring, store: DataKeyStore, indexKey: KeyObject) {
    this.keyring = keyring;
    this.store = store;
    this.indexKey = indexKey;
  }

  async forWriting(patientId: string): Promise<PatientCipher> {
    return cipherWith(await this.keyring.keyForWriting(patientId, this.store));
  }

  /** The ciphers of many patients with one query; a patient without a key is missing from the map. */
  async forReading(patientIds: readonly string[]): Promise<Map<string, PatientCipher>> {
    const keys = await this.keyring.keysFor([...new Set(patientIds)], this.store);
    return new Map([...keys].map(([patientId, key]) => [patientId, cipherWith(key)]));
  }

  /** For equality search on a column of high entropy, such as an identity number. */
  blindIndex(column: string, value: string): Buffer {
    return blindIndex(this.indexKey, column, value);
  }

  /** For finding people by name within one institution. */
  nameTokens(institutionId: string, words: readonly string[]): Buffer[] {
    return nameTokens(this.indexKey, institutionId, words);
  }
}
