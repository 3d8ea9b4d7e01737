/** Institutions and their agreements. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import { selectList } from '@huizhen/platform/database/select-list';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Agreement, Institution, institutionLevels } from '../domain/institution.ts';

const columns = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  level: z.enum(institutionLevels),
  regionCode: z.string(),
  creditCode: z.string(),
});
const institutionRow = columns.transform((row) => Object.assign(new Institution(), row));
const BY_IDS = `SELECT ${selectList(columns, 't')} FROM directory.institutions t WHERE t.id = ANY (?::uuid[])`;

export class InstitutionRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byIds(ids: readonly string[]): Promise<Institution[]> {
    return this.tools.sql(institutionRow, BY_IDS, [`{${uuidsAmong(ids).join(',')}}`]);
  }

  /** Institutions whose experts answer for this one at a time. */
  async answeringFor(requestingInstitutionId: string, at: Date): Promise<string[]> {
    const inForce = {
      requestingInstitutionId: { $in: uuidsAmong([requestingInstitutionId]) },
      validFrom: { $lte: at },
      validUntil: { $gt: at },
    };
    const agreements = await this.tools.em.find(Agreement, inForce);
    return [...new Set(agreements.map((agreement) => agreement.answeringInstitutionId))];
  }

  async addAll(institutions: readonly Institution[], agreements: readonly Agreement[]): Promise<void> {
    await this.tools.em.insertMany(Institution, [...institutions]);
    await this.tools.em.insertMany(Agreement, [...agreements]);
  }
}
