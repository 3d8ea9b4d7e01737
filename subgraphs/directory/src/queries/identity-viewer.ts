/** Who somebody is on the platform whom the OIDC issuer has signed in; the second factor is the issuer's business. */
import { allow } from '@huizhen/platform/access/allow';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { mayLookUpIdentity } from '../domain/account-policy.ts';
import { oidcIdentityOf, type OidcIdentity } from '../domain/oidc-identity.ts';
import { viewerOfAccount } from '../domain/viewer-of-account.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

/** Null when no account is linked to it. */
export function identityViewer(context: DirectoryContext, identity: OidcIdentity): Promise<Viewer | null> {
  allow(mayLookUpIdentity(context.viewer), 'account.identity-viewer', { id: identity.subject, patientId: null });
  return context.asService((own) =>
    own.read(async ({ accounts, institutions }) => {
      const account = await accounts.byOidcIdentity(oidcIdentityOf(identity));
      if (!account) return null;
      const [institution = null] = account.institutionId ? await institutions.byIds([account.institutionId]) : [];
      return viewerOfAccount(account, institution);
    }),
  );
}
