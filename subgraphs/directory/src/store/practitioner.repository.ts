/** Practitioners. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import { selectList } from '@huizhen/platform/database/select-list';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Practitioner, professionalTitles } from '../domain/practitioner.ts';

const columns = z.object({
  id: z.string(),
  institutionId: z.string(),
  name: z.string(),
  title: z.enum(professionalTitles),
  licenceNumber: z.string(),
  practiceStartedOn: z.string(),
});
const practitionerRow = columns.transform((row) => Object.assign(new Practitioner(), row));
const BY_IDS = `SELECT ${selectList(columns, 't')} FROM directory.practitioners t WHERE t.id = ANY (?::uuid[])`;

export class PractitionerRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byIds(ids: readonly string[]): Promise<Practitioner[]> {
    return this.tools.sql(practitionerRow, BY_IDS, [`{${uuidsAmong(ids).join(',')}}`]);
  }

  async addAll(practitioners: readonly Practitioner[]): Promise<void> {
    await this.tools.em.insertMany(Practitioner, [...practitioners]);
  }
}
