/** How the keyring reaches the data keys of one subgraph, inside the transaction that uses them. */
export type DataKeyRow = { patientId: string; keyVersion: number; wrapped: Buffer };

export interface DataKeyStore {
  find(patientIds: readonly string[]): Promise<readonly DataKeyRow[]>;
  /** Leaves a row that is already there alone: the loser of a race reads the winner's key. */
  insert(row: DataKeyRow): Promise<void>;
}
