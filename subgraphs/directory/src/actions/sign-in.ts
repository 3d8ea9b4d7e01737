/** Anybody signs in with name and password, and staff with a one-time code as well. */
import { verifyPassword } from '@huizhen/platform/access/passwords';
import { RateLimited } from '@huizhen/platform/errors/expected-errors';
import { isStaff, SignedInSession, type Account } from '../domain/account.ts';
import { OneTimeCodeNeeded, SecondFactorMissing, SignInRefused } from '../domain/directory-errors.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { issueTokens, type IssuedTokens } from './issue-tokens.ts';
import { oneTimeCodeMatches } from './one-time-code.ts';

const DAY_MS = 86_400_000;
const FAILURES_ALLOWED = 10;
const LOCKED_SECONDS = 900;

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode?: string | null | undefined;
}

export function signIn(context: DirectoryContext, credentials: Credentials): Promise<IssuedTokens> {
  return context.asService(async (own) => {
    const account = await checkedAccount(own, credentials);
    const now = own.clock.now();
    const session = Object.assign(new SignedInSession(), {
      id: own.ids.next(),
      accountId: account.id,
      startedAt: now,
      endsAt: new Date(now.getTime() + own.settings.SESSION_DAYS * DAY_MS),
      endedAt: null,
    });
    return own.transact(async (unit) => {
      await unit.sessions.begin(session);
      await unit.accounts.forgetFailures(credentials.username);
      unit.audit.record('account.sign-in', { id: account.id, patientId: account.patientId });
      return issueTokens(own, unit, { account, session });
    });
  });
}

async function checkedAccount(own: DirectoryContext, credentials: Credentials): Promise<Account> {
  const account = await own.read(async ({ accounts }) => {
    if ((await accounts.recentFailures(credentials.username)) >= FAILURES_ALLOWED) throw new RateLimited(LOCKED_SECONDS);
    return accounts.byUsername(credentials.username);
  });
  const right = await verifyPassword(credentials.password, account?.passwordHash ?? null);
  if (!account || !right) return refuse(own, credentials.username);
  if (account.totpSecret !== null) await checkCode(own, account, credentials);
  else if (own.settings.SECOND_FACTOR === 'required' && isStaff(account)) throw new SecondFactorMissing();
  return account;
}

async function checkCode(own: DirectoryContext, account: Account, { username, oneTimeCode }: Credentials): Promise<void> {
  if (!oneTimeCode) throw new OneTimeCodeNeeded();
  if (!(await oneTimeCodeMatches(own, account, oneTimeCode))) await refuse(own, username);
}

async function refuse(own: DirectoryContext, username: string): Promise<never> {
  await own.transact(({ accounts }) => accounts.noteFailure(username));
  throw new SignInRefused();
}
