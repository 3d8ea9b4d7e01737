/** Published documents of apps; one that was withdrawn stays, so that its id can be explained later. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import { TrustedDocument } from '../domain/trusted-document.ts';

export class TrustedDocumentRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Until the transaction ends nobody else publishes for this app, so that counting first is enough. */
  async holdPublishing(appId: string): Promise<void> {
    await this.tools.sql(z.unknown(), `SELECT pg_advisory_xact_lock(hashtext('directory.documents.' || ?))`, [appId]);
  }

  byIds(appId: string, ids: readonly string[]): Promise<TrustedDocument[]> {
    return this.tools.em.find(TrustedDocument, { appId: { $in: uuidsAmong([appId]) }, id: { $in: [...ids] } });
  }

  inForce(appId: string, id: string): Promise<TrustedDocument | null> {
    return this.tools.em.findOne(TrustedDocument, { appId: { $in: uuidsAmong([appId]) }, id, withdrawnAt: null });
  }

  page(appId: string, { first, after }: PageRequest<string>): Promise<TrustedDocument[]> {
    const where = { appId, withdrawnAt: null, ...(after !== null && { id: { $gt: after } }) };
    return this.tools.em.find(TrustedDocument, where, { orderBy: { id: 'asc' }, limit: first + 1 });
  }

  count(appId: string): Promise<number> {
    return this.tools.em.count(TrustedDocument, { appId, withdrawnAt: null });
  }

  /** What was withdrawn before is in force again. */
  async publish(documents: readonly TrustedDocument[]): Promise<void> {
    await this.tools.em.upsertMany(TrustedDocument, [...documents]);
  }

  async withdraw(appId: string, ids: readonly string[], at: Date): Promise<void> {
    const inForce = { appId, id: { $in: [...ids] }, withdrawnAt: null };
    await this.tools.em.nativeUpdate(TrustedDocument, inForce, { withdrawnAt: at });
  }
}
