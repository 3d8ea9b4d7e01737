/** From an account to the identity that the platform's parts see. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { Account } from './account.ts';
import type { Institution } from './institution.ts';

/** Scopes are for partner apps: people have roles. */
const noApp = { scopes: [], partnerAppId: null };

export function viewerOfAccount(account: Account, institution: Institution | null): Viewer {
  return {
    subject: account.id,
    displayName: account.displayName,
    roles: account.roles,
    institutionId: account.institutionId,
    practitionerId: account.practitionerId,
    patientId: account.patientId,
    centre: institution?.level === 'CONSULTATION_CENTRE',
    service: null,
    ...noApp,
  };
}

/** Somebody who has steps to do first: known by name, with the right to do them and no other. */
export function viewerWithoutRights(account: Account): Viewer {
  const nothing = {
    roles: [],
    institutionId: null,
    practitionerId: null,
    patientId: null,
    centre: false,
    service: null,
  };
  return { subject: account.id, displayName: account.displayName, ...nothing, ...noApp };
}
