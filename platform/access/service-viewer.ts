/** The identity under which a subgraph acts on its own, from reactions, timers and checks. */
import type { Viewer } from './viewer.ts';

export function serviceViewer(name: string): Viewer {
  return {
    subject: `service:${name}`,
    displayName: name,
    roles: [],
    institutionId: null,
    practitionerId: null,
    patientId: null,
    centre: false,
    service: name,
    scopes: [],
    partnerAppId: null,
  };
}
