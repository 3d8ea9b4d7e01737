/** Somebody whom the gateway has recognised. */
import { randomUUID } from 'node:crypto';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';

export function person(roles: readonly Role[], more: Partial<Viewer> = {}): Viewer {
  const nobody = { institutionId: null, practitionerId: null, patientId: null, centre: false, service: null };
  const noApp = { scopes: [], partnerAppId: null };
  return { subject: randomUUID(), displayName: 'somebody', roles, ...nobody, ...noApp, ...more };
}
