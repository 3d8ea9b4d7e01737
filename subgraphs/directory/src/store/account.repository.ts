/** Accounts, and how often somebody failed to get into one. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
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
    return this.tools.em.findOne(Account, { id: { $in: uuidsAmong([id]) }, disabledAt: null });
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

  /** Until the transaction ends nobody else takes a username or links an identity, so that checking them first is enough. */
  async holdNames(): Promise<void> {
    await this.tools.sql(z.unknown(), `SELECT pg_advisory_xact_lock(hashtext('directory.accounts'))`);
  }

  /** By a disabled account too. */
  async usernameTaken(username: string): Promise<boolean> {
    return (await this.tools.em.count(Account, { username })) > 0;
  }

  async identityTaken(oidcIdentity: string): Promise<boolean> {
    return (await this.tools.em.count(Account, { oidcIdentity })) > 0;
  }

  async any(): Promise<boolean> {
    return (await this.tools.em.count(Account)) > 0;
  }

  async update(id: string, changes: Partial<Account>): Promise<void> {
    await this.tools.em.nativeUpdate(Account, { id }, changes);
  }

  /** True for the first use of this time step's code, and of no earlier one after it. */
  async useOneTimeCode(id: string, step: number): Promise<boolean> {
    const unused = { id, $or: [{ totpUsedStep: null }, { totpUsedStep: { $lt: step } }] };
    return (await this.tools.em.nativeUpdate(Account, unused, { totpUsedStep: step })) === 1;
  }

  async addAll(accounts: readonly Account[]): Promise<void> {
    await this.tools.em.insertMany(Account, [...accounts]);
  }

  /** False when somebody else was faster. */
  async addUnlessTaken(account: Account): Promise<boolean> {
    await this.holdNames();
    if (await this.usernameTaken(account.username)) return false;
    await this.addAll([account]);
    return true;
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
