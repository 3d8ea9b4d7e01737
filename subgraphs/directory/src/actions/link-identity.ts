/** An administrator says whose account an identity at the OIDC issuer is. */
import { allow, found } from '@huizhen/platform/access/allow';
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';
import type { Account } from '../domain/account.ts';
import { mayManageAccounts } from '../domain/account-policy.ts';
import { IdentityTaken } from '../domain/directory-errors.ts';
import { faultsOfIdentity, oidcIdentityOf, type OidcIdentity } from '../domain/oidc-identity.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const ACTION = 'account.link-identity';

export interface LinkIdentity extends OidcIdentity {
  readonly accountId: string;
  readonly idempotencyKey: string | null;
}

export function linkIdentity(context: DirectoryContext, input: LinkIdentity): Promise<Account> {
  const oidcIdentity = oidcIdentityOf(input);
  return context.once(
    { name: ACTION, input: { ...input } },
    {
      act: async (unit) => {
        allow(mayManageAccounts(context.viewer), ACTION, { id: input.accountId, patientId: null });
        const account = found(await unit.accounts.byId(input.accountId), ACTION, input.accountId);
        const faults = faultsOfIdentity(input, 'input');
        if (faults.length > 0) throw new BadUserInput(faults);
        if (account.oidcIdentity === oidcIdentity) return account;
        await unit.accounts.holdNames();
        if (await unit.accounts.identityTaken(oidcIdentity)) throw new IdentityTaken();
        await unit.accounts.update(account.id, { oidcIdentity });
        unit.audit.record(ACTION, { id: account.id, patientId: account.patientId });
        return Object.assign(account, { oidcIdentity });
      },
      remember: ({ id }) => id,
      remembered: z.string(),
      again: async (unit, id) => {
        allow(mayManageAccounts(context.viewer), ACTION, { id, patientId: null });
        return found(await unit.accounts.byId(id), ACTION, id);
      },
    },
  );
}
