/** Tokens of image viewers. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { ViewerToken } from '../domain/viewer-token.ts';

export class ViewerTokenRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  async addAll(tokens: readonly ViewerToken[]): Promise<void> {
    await this.em.insertMany(ViewerToken, [...tokens]);
  }

  byHash(tokenHash: Buffer): Promise<ViewerToken | null> {
    return this.em.findOne(ViewerToken, { tokenHash });
  }

  async forgetThoseBefore(time: Date): Promise<void> {
    await this.em.nativeDelete(ViewerToken, { expiresAt: { $lt: time } });
  }
}
