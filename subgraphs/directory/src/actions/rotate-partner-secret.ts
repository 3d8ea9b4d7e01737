/** An administrator gives an app a new secret; the old one does not work any more, tokens it has got run out by themselves. */
import { allow, found } from '@huizhen/platform/access/allow';
import { hashPassword } from '@huizhen/platform/access/passwords';
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

const ACTION = 'partner-app.rotate-secret';

export interface RotatePartnerSecret {
  readonly appId: string;
  readonly idempotencyKey: string | null;
}

export async function rotatePartnerSecret(
  context: DirectoryContext,
  input: RotatePartnerSecret,
): Promise<AppWithSecret> {
  const secret = newSecret();
  // Slow on purpose, so done before there is a transaction to hold open.
  const secretHash = mayManageApps(context.viewer).allowed ? await hashPassword(secret) : '';
  return context.once(
    { name: ACTION, input: { ...input } },
    {
      act: async (unit) => {
        allow(mayManageApps(context.viewer), ACTION, { id: input.appId, patientId: null });
        const app = found(await unit.apps.byId(input.appId), ACTION, input.appId);
        await unit.apps.update(app.id, { secretHash });
        unit.audit.record(ACTION, { id: app.id, patientId: null });
        return { app, secret, sealed: await sealSecretOf(unit, app.id, secret) };
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
