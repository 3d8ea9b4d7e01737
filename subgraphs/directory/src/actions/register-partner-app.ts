/** An administrator registers an app; its secret is shown once. */
import { allow } from '@huizhen/platform/access/allow';
import { hashPassword } from '@huizhen/platform/access/passwords';
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { faultsOfNewApp, type NewPartnerApp } from '../domain/new-partner-app.ts';
import { isScope, PartnerApp } from '../domain/partner-app.ts';
import { mayManageApps } from '../domain/partner-policy.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import {
  newSecret,
  rememberedSecret,
  rememberSecret,
  sealSecretOf,
  secretAgain,
  type AppWithSecret,
} from './app-secret.ts';

const ACTION = 'partner-app.register';

export interface RegisterPartnerApp extends NewPartnerApp {
  readonly idempotencyKey: string | null;
}

export async function registerPartnerApp(context: DirectoryContext, input: RegisterPartnerApp): Promise<AppWithSecret> {
  const secret = newSecret();
  // Slow on purpose, so done before there is a transaction to hold open.
  const secretHash = mayManageApps(context.viewer).allowed ? await hashPassword(secret) : '';
  return context.once(
    { name: ACTION, input: { ...input } },
    {
      act: async (unit) => {
        const id = context.ids.next();
        allow(mayManageApps(context.viewer), ACTION, { id, patientId: null });
        const { institutionId } = input;
        const known = institutionId !== null && (await unit.institutions.byIds([institutionId])).length === 1;
        const faults = faultsOfNewApp(input, known);
        if (faults.length > 0) throw new BadUserInput(faults);
        const app = newApp({ id, secretHash, createdAt: context.clock.now() }, input);
        await unit.apps.add(app);
        unit.audit.record(ACTION, { id, patientId: null });
        return { app, secret, sealed: await sealSecretOf(unit, id, secret) };
      },
      remember: rememberSecret,
      remembered: rememberedSecret,
      again: (unit, remembered) => {
        allow(mayManageApps(context.viewer), ACTION, { id: remembered.id, patientId: null });
        return secretAgain(unit, remembered, ACTION);
      },
    },
  );
}

function newApp(made: Pick<PartnerApp, 'id' | 'secretHash' | 'createdAt'>, input: NewPartnerApp): PartnerApp {
  return Object.assign(new PartnerApp(), {
    ...made,
    name: input.name.trim(),
    institutionId: input.institutionId,
    scopes: [...new Set(input.scopes.filter(isScope))],
    status: 'ACTIVE' as const,
  });
}
