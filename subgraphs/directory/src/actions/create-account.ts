/** An administrator creates an account; its password is shown once and is good only for choosing another. */
import { randomBytes } from 'node:crypto';
import { allow, found } from '@huizhen/platform/access/allow';
import { hashPassword } from '@huizhen/platform/access/passwords';
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import type { Unit } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Account } from '../domain/account.ts';
import { mayManageAccounts } from '../domain/account-policy.ts';
import { IdentityTaken } from '../domain/directory-errors.ts';
import { faultsOfNewAccount, type NewAccount } from '../domain/new-account.ts';
import { faultsOfIdentity, oidcIdentityOf, type OidcIdentity } from '../domain/oidc-identity.ts';
import type { DirectoryContext, DirectoryStore } from '../store/directory.store.ts';

const ACTION = 'account.create';
const PASSWORD_BYTES = 15;
const answer = z.object({ id: z.string(), sealedPassword: z.string() });

export interface CreateAccount extends NewAccount {
  readonly oidcIdentity: OidcIdentity | null;
  readonly idempotencyKey: string | null;
}
export interface CreatedAccount {
  readonly account: Account;
  readonly initialPassword: string;
  /** Lets a retry give the same answer; nobody can read it from the table. */
  readonly sealedPassword: Buffer;
}

export async function createAccount(context: DirectoryContext, input: CreateAccount): Promise<CreatedAccount> {
  const initialPassword = randomBytes(PASSWORD_BYTES).toString('base64url');
  // Slow on purpose, so done before there is a transaction to hold open.
  const passwordHash = mayManageAccounts(context.viewer).allowed ? await hashPassword(initialPassword) : null;
  const command = { name: ACTION, input: { ...input } };
  return context.once(command, {
    act: async (unit) => {
      const id = context.ids.next();
      allow(mayManageAccounts(context.viewer), ACTION, { id, patientId: input.patientId });
      await refuseFaults(unit, input);
      const account = newAccount(id, input, passwordHash);
      await unit.accounts.addAll([account]);
      unit.audit.record(ACTION, { id, patientId: input.patientId });
      const cipher = await unit.keys.forWriting(id);
      return {
        account,
        initialPassword,
        sealedPassword: cipher.seal('answered_commands', 'answer', id, initialPassword),
      };
    },
    remember: ({ account, sealedPassword }) => ({ id: account.id, sealedPassword: sealedPassword.toString('base64') }),
    remembered: answer,
    again: async (unit, remembered) => {
      allow(mayManageAccounts(context.viewer), ACTION, { id: remembered.id, patientId: input.patientId });
      const account = found(await unit.accounts.byId(remembered.id), ACTION, remembered.id);
      const cipher = found((await unit.keys.forReading([account.id])).get(account.id), ACTION, account.id);
      const sealedPassword = Buffer.from(remembered.sealedPassword, 'base64');
      const password = cipher.open('answered_commands', 'answer', account.id, sealedPassword);
      return { account, initialPassword: password, sealedPassword };
    },
  });
}

async function refuseFaults(unit: Unit<DirectoryStore>, input: CreateAccount): Promise<void> {
  const { username, institutionId, practitionerId, oidcIdentity } = input;
  await unit.accounts.holdNames();
  const [practitioner = null] = practitionerId === null ? [] : await unit.practitioners.byIds([practitionerId]);
  const faults = faultsOfNewAccount(input, {
    usernameTaken: await unit.accounts.usernameTaken(username),
    institutionKnown: institutionId !== null && (await unit.institutions.byIds([institutionId])).length === 1,
    practitioner,
  });
  if (oidcIdentity) faults.push(...faultsOfIdentity(oidcIdentity, 'input.oidcIdentity'));
  if (faults.length > 0) throw new BadUserInput(faults);
  if (oidcIdentity && (await unit.accounts.identityTaken(oidcIdentityOf(oidcIdentity)))) throw new IdentityTaken();
}

function newAccount(id: string, input: CreateAccount, passwordHash: string | null): Account {
  const { username, displayName, roles, institutionId, practitionerId, patientId, oidcIdentity } = input;
  return Object.assign(new Account(), {
    id,
    username,
    displayName: displayName.trim(),
    passwordHash,
    passwordInitial: true,
    roles: [...new Set(roles)],
    institutionId,
    practitionerId,
    patientId,
    totpSecret: null,
    pendingTotpSecret: null,
    totpUsedStep: null,
    oidcIdentity: oidcIdentity && oidcIdentityOf(oidcIdentity),
    demo: false,
    disabledAt: null,
  });
}
