/** An administrator suspends an app, which ends its access within a minute, or lets a suspended one in again. */
import { allow, found } from '@huizhen/platform/access/allow';
import { z } from 'zod';
import type { PartnerApp, PartnerAppStatus } from '../domain/partner-app.ts';
import { mayManageApps } from '../domain/partner-policy.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const actions = { SUSPENDED: 'partner-app.suspend', ACTIVE: 'partner-app.resume' } as const;

export interface ChangePartnerApp {
  readonly appId: string;
  readonly idempotencyKey: string | null;
}

export function setPartnerAppStatus(
  context: DirectoryContext,
  input: ChangePartnerApp,
  status: PartnerAppStatus,
): Promise<PartnerApp> {
  const action = actions[status];
  return context.once(
    { name: action, input: { ...input } },
    {
      act: async (unit) => {
        allow(mayManageApps(context.viewer), action, { id: input.appId, patientId: null });
        const app = found(await unit.apps.byId(input.appId), action, input.appId);
        await unit.apps.update(app.id, { status });
        unit.audit.record(action, { id: app.id, patientId: null });
        return Object.assign(app, { status });
      },
      remember: ({ id }) => id,
      remembered: z.string(),
      again: async (unit, id) => {
        allow(mayManageApps(context.viewer), action, { id, patientId: null });
        return found(await unit.apps.byId(id), action, id);
      },
    },
  );
}
