/** What the gateway asks before it lets an app's request in. */
import { allow } from '@huizhen/platform/access/allow';
import { mayLookUpIdentity } from '../domain/account-policy.ts';
import type { PartnerAppStatus } from '../domain/partner-app.ts';
import type { TrustedDocument } from '../domain/trusted-document.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

/** Null when there is no such app. */
export function partnerAppStatus(context: DirectoryContext, appId: string): Promise<PartnerAppStatus | null> {
  allow(mayLookUpIdentity(context.viewer), 'partner-app.status', { id: appId, patientId: null });
  return context.asService((own) => own.read(async ({ apps }) => (await apps.byId(appId))?.status ?? null));
}

/** Null when the app has not published it, or has withdrawn it. */
export function trustedDocument(context: DirectoryContext, appId: string, id: string): Promise<TrustedDocument | null> {
  allow(mayLookUpIdentity(context.viewer), 'trusted-document.look-up', { id: appId, patientId: null });
  return context.asService((own) => own.read(({ documents }) => documents.inForce(appId, id)));
}
