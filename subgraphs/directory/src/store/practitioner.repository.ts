/** Practitioners. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { Practitioner } from '../domain/practitioner.ts';

export class PractitionerRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  byIds(ids: readonly string[]): Promise<Practitioner[]> {
    return this.em.find(Practitioner, { id: { $in: uuidsAmong(ids) } });
  }

  async addAll(practitioners: readonly Practitioner[]): Promise<void> {
    await this.em.insertMany(Practitioner, [...practitioners]);
  }
}
