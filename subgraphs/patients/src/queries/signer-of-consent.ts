/** Who signed a consent: opened only where somebody asks for the name. */
import { loader } from '@huizhen/platform/subgraph/loader';
import type { PatientsContext } from '../store/patients.store.ts';

const ciphers = loader((context: PatientsContext, patientIds: readonly string[]) =>
  context.read(async ({ keys }) => {
    const found = await keys.forReading(patientIds);
    return patientIds.map((id) => found.get(id) ?? null);
  }),
);

export interface SealedSigner {
  readonly id: string;
  readonly patientId: string;
  readonly sealedSigner: Buffer;
}

/** Null only where the patient's key is gone. */
export async function signerOfConsent(context: PatientsContext, consent: SealedSigner): Promise<string | null> {
  const cipher = await ciphers(context).load(consent.patientId);
  return cipher?.open('consents', 'signed_by', consent.id, consent.sealedSigner) ?? null;
}
