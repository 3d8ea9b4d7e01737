/** Who may manage accounts, and who may change how they themselves sign in. */
import { deny, permit, type Decision } from '@huizhen/platform/access/decision';
import type { Viewer } from '@huizhen/platform/access/viewer';

const signInFirst = deny('UNAUTHENTICATED', 'Sign in first.');

export function mayManageAccounts(viewer: Viewer | null): Decision {
  if (viewer === null) return signInFirst;
  return viewer.roles.includes('ADMIN')
    ? permit
    : deny('FORBIDDEN', 'Accounts are managed by administrators: ask yours.');
}

/** Everybody for their own account, also before they have any right. */
export function mayChangeOwnSignIn(viewer: Viewer | null): Decision {
  if (viewer === null) return signInFirst;
  return viewer.service === null ? permit : deny('FORBIDDEN', 'A service does not sign in.');
}

/** The gateway, before it knows who calls, and services. */
export function mayLookUpIdentity(viewer: Viewer | null): Decision {
  return viewer === null || viewer.service !== null ? permit : deny('FORBIDDEN', 'This is between services only.');
}
