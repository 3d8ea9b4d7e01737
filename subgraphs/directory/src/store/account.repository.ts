/** Accounts, and how often somebody failed to get into one. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Account } from '../domain/account.ts';

const count = z.object({ failures: z.coerce.number() });

export class AccountRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byId(id: string): Promise<Account | null> {
    return this.tools.em.findOne(Account, { id, disabledAt: null });
  }

  byUsername(username: string): Promise<Account | null> {
    return this.tools.em.findOne(Account, { username, disabledAt: null });
  }

  byOidcIdentity(oidcIdentity: string): Promise<Account | null> {
    return this.tools.em.findOne(Account, { oidcIdentity, disabledAt: null });
  }

  async anyReal(): Promise<boolean> {
    return (await this.tools.em.count(Account, { demo: false })) > 0;
  }

  async addAll(accounts: readonly Account[]): Promise<void> {
    await this.tools.em.insertMany(Account, [...accounts]);
  }

  async recentFailures(username: string): Promise<number> {
    const [row] = await this.tools.sql(
      count,
      `SELECT count(*) AS failures FROM directory.failed_sign_ins WHERE username = ? AND at > now() - interval '15 minutes'`,
      [username],
    );
    return row?.failures ?? 0;
  }

  async noteFailure(username: string): Promise<void> {
    await this.tools.sql(z.unknown(), 'INSERT INTO directory.failed_sign_ins (username) VALUES (?)', [username]);
  }

  async forgetFailures(username: string): Promise<void> {
    await this.tools.sql(z.unknown(), 'DELETE FROM directory.failed_sign_ins WHERE username = ?', [username]);
  }
}
