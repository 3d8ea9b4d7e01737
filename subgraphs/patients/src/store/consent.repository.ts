/** Consents and their withdrawal. */
import { selectList } from '@huizhen/platform/database/select-list';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Consent, isInForce, type ConsentPurpose } from '../domain/consent.ts';

const consentPeriod = z.object({
  patientId: z.string(),
  signedAt: z.date(),
  validUntil: z.date().nullable(),
  withdrawnAt: z.null(),
});
const NOT_WITHDRAWN = `SELECT ${selectList(consentPeriod, 'c')} FROM patients.consents c
  WHERE c.patient_id = ANY (?::uuid[]) AND c.purpose = ? AND c.withdrawn_at IS NULL`;

export type NewConsent = Omit<Consent, 'signedBy'> & { readonly signedBy: string };

export class ConsentRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byId(id: string): Promise<Consent | null> {
    return this.tools.em.findOne(Consent, { id });
  }

  /** Newest first. */
  ofPatients(patientIds: readonly string[]): Promise<Consent[]> {
    return this.tools.em.find(
      Consent,
      { patientId: { $in: [...patientIds] } },
      { orderBy: { signedAt: 'desc', id: 'desc' } },
    );
  }

  /** Those among the patients who have a consent in force for the purpose. */
  async consenting(patientIds: readonly string[], purpose: ConsentPurpose, at: Date): Promise<Set<string>> {
    if (patientIds.length === 0) return new Set();
    const consents = await this.tools.sql(consentPeriod, NOT_WITHDRAWN, [`{${patientIds.join(',')}}`, purpose]);
    return new Set(consents.filter((consent) => isInForce(consent, at)).map(({ patientId }) => patientId));
  }

  async add({ signedBy, ...consent }: NewConsent): Promise<Consent> {
    const cipher = await this.tools.keys.forWriting(consent.patientId);
    const sealed = cipher.seal('consents', 'signed_by', consent.id, signedBy);
    const row = Object.assign(new Consent(), consent, { signedBy: sealed });
    await this.tools.em.insert(Consent, row);
    return row;
  }

  /** True for the first withdrawal only. */
  async withdraw(id: string, at: Date): Promise<boolean> {
    return (await this.tools.em.nativeUpdate(Consent, { id, withdrawnAt: null }, { withdrawnAt: at })) === 1;
  }
}
