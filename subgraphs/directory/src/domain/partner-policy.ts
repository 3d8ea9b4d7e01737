/** Who may register apps, see them, and publish documents for them. */
import { deny, permit, type Decision } from '@huizhen/platform/access/decision';
import type { Viewer } from '@huizhen/platform/access/viewer';

const signInFirst = deny('UNAUTHENTICATED', 'Sign in first.');
const administrators = deny('FORBIDDEN', 'Partner apps are managed by administrators: ask yours.');
const needsScope = deny('FORBIDDEN', 'Publishing needs the scope documents:write: ask your administrator for it.');
const notYours = deny('NOT_FOUND', 'another app');

export function mayManageApps(viewer: Viewer | null): Decision {
  if (viewer === null) return signInFirst;
  return viewer.roles.includes('ADMIN') ? permit : administrators;
}

/** Administrators, and the app itself. */
export function maySeeApp(viewer: Viewer | null, appId: string): Decision {
  if (viewer === null) return signInFirst;
  return viewer.partnerAppId === appId || viewer.roles.includes('ADMIN') ? permit : notYours;
}

/** Administrators, and the app itself where it was let to. */
export function mayPublishDocuments(viewer: Viewer | null, appId: string): Decision {
  if (viewer === null || viewer.partnerAppId === null) return mayManageApps(viewer);
  if (viewer.partnerAppId !== appId) return notYours;
  return viewer.scopes.includes('documents:write') ? permit : needsScope;
}
