/** Institutions and their agreements. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { Agreement, Institution } from '../domain/institution.ts';

export class InstitutionRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  byIds(ids: readonly string[]): Promise<Institution[]> {
    return this.em.find(Institution, { id: { $in: uuidsAmong(ids) } });
  }

  /** Institutions whose experts answer for this one at a time. */
  async answeringFor(requestingInstitutionId: string, at: Date): Promise<string[]> {
    const inForce = {
      requestingInstitutionId: { $in: uuidsAmong([requestingInstitutionId]) },
      validFrom: { $lte: at },
      validUntil: { $gt: at },
    };
    const agreements = await this.em.find(Agreement, inForce);
    return [...new Set(agreements.map((agreement) => agreement.answeringInstitutionId))];
  }

  async addAll(institutions: readonly Institution[], agreements: readonly Agreement[]): Promise<void> {
    await this.em.insertMany(Institution, [...institutions]);
    await this.em.insertMany(Agreement, [...agreements]);
  }
}
