/** Anybody signs in with name and password, and staff with a one-time code as well. */
import { verifyPassword } from '@huizhen/platform/access/passwords';
import { RateLimited } from '@huizhen/platform/errors/expected-errors';
import { SignedInSession, type Account } from '../domain/account.ts';
import { OneTimeCodeNeeded, SignInRefused } from '../domain/directory-errors.ts';
import { isUsername } from '../domain/new-account.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { issueTokens, type IssuedTokens } from './issue-tokens.ts';
import { openSecret, stepOfCode } from './one-time-code.ts';

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
    const step = await checkedStep(own, account, credentials);
    const session = newSession(own, account);
    const issued = await own.transact(async (unit) => {
      if (step !== null && !(await unit.accounts.useOneTimeCode(account.id, step))) return null;
      await unit.sessions.begin(session);
      await unit.accounts.forgetFailures(credentials.username);
      unit.audit.record('account.sign-in', { id: account.id, patientId: account.patientId });
      return issueTokens(own, unit, { account, session, follows: null });
    });
    return issued ?? refuse(own, credentials.username);
  });
}

export async function refuseWhenLocked(own: DirectoryContext, username: string): Promise<void> {
  const failures = await own.read(({ accounts }) => accounts.recentFailures(username));
  if (failures >= FAILURES_ALLOWED) throw new RateLimited(LOCKED_SECONDS);
}

export async function refuse(own: DirectoryContext, username: string): Promise<never> {
  await own.transact(({ accounts }) => accounts.noteFailure(username));
  throw new SignInRefused();
}

async function checkedAccount(own: DirectoryContext, { username, password }: Credentials): Promise<Account> {
  // Nobody can have such a name, and it is not written down as one that was tried.
  if (!isUsername(username)) throw new SignInRefused();
  await refuseWhenLocked(own, username);
  const account = await own.read(({ accounts }) => accounts.byUsername(username));
  const right = await verifyPassword(password, account?.passwordHash ?? null);
  return account && right ? account : refuse(own, username);
}

/** The time step of the code that was sent; null for an account without a second factor. */
async function checkedStep(own: DirectoryContext, account: Account, credentials: Credentials): Promise<number | null> {
  const secret = await own.read((unit) => openSecret(unit, account, 'totp_secret'));
  if (secret === null) return null;
  const { username, oneTimeCode } = credentials;
  if (!oneTimeCode) throw new OneTimeCodeNeeded();
  return stepOfCode(secret, oneTimeCode, own.clock.now()) ?? refuse(own, username);
}

function newSession(own: DirectoryContext, account: Account): SignedInSession {
  const startedAt = own.clock.now();
  const endsAt = new Date(startedAt.getTime() + own.settings.SESSION_DAYS * DAY_MS);
  return Object.assign(new SignedInSession(), {
    id: own.ids.next(),
    accountId: account.id,
    startedAt,
    endsAt,
    endedAt: null,
  });
}
