/** What of a caller declared access depends on: callers of one class are refused the same. */
import { roles, type Role, type Viewer } from '@huizhen/platform/access/viewer';

export interface AccessClass {
  /** Equal for equal classes. */
  readonly key: string;
  readonly signedIn: boolean;
  readonly isPartnerApp: boolean;
  /** A partner app's; people have every scope. */
  readonly scopes: readonly string[];
  readonly roles: readonly Role[];
}

export function accessClassOf(viewer: Viewer | null): AccessClass {
  if (viewer === null) return nobody;
  const isPartnerApp = viewer.partnerAppId !== null;
  const scopes = isPartnerApp ? viewer.scopes.toSorted() : [];
  const held = roles.filter((role) => viewer.roles.includes(role));
  const key = `${isPartnerApp ? `app ${scopes.join(' ')}` : 'person'} ${held.join(' ')}`;
  return { key, signedIn: true, isPartnerApp, scopes, roles: held };
}

const nobody: AccessClass = { key: 'nobody', signedIn: false, isPartnerApp: false, scopes: [], roles: [] };
