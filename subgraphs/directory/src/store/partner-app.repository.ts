/** Partner apps, page by page and one by one. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { PartnerApp } from '../domain/partner-app.ts';

export class PartnerAppRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  byId(id: string): Promise<PartnerApp | null> {
    return this.em.findOne(PartnerApp, { id: { $in: uuidsAmong([id]) } });
  }

  page({ first, after }: PageRequest<string>): Promise<PartnerApp[]> {
    const where = after === null ? {} : { id: { $gt: after } };
    return this.em.find(PartnerApp, where, { orderBy: { id: 'asc' }, limit: first + 1 });
  }

  count(): Promise<number> {
    return this.em.count(PartnerApp);
  }

  async add(app: PartnerApp): Promise<void> {
    await this.em.insert(PartnerApp, app);
  }

  async update(id: string, changes: Partial<PartnerApp>): Promise<void> {
    await this.em.nativeUpdate(PartnerApp, { id }, changes);
  }
}
