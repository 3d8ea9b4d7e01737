/** Another system that uses the endpoint in its own name: what it may ask for, and how it proves itself. */
import { scopes, type Scope } from '@huizhen/platform/access/scopes';
import type { Viewer } from '@huizhen/platform/access/viewer';

export const partnerAppStatuses = ['ACTIVE', 'SUSPENDED'] as const;
export type PartnerAppStatus = (typeof partnerAppStatuses)[number];

export class PartnerApp {
  /** Also the client_id under which it asks for tokens. */
  id!: string;
  name!: string;
  /** Whose data it works with; null for an app that sees only what is open to all. */
  institutionId!: string | null;
  scopes!: Scope[];
  status!: PartnerAppStatus;
  /** PHC string of argon2id. */
  secretHash!: string;
  createdAt!: Date;
}

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

/** Whom the platform's parts see when the app asks, with all of its scopes or fewer. */
export function viewerOfApp(app: PartnerApp, granted: readonly Scope[]): Viewer {
  return {
    subject: app.id,
    displayName: app.name,
    roles: ['PARTNER'],
    institutionId: app.institutionId,
    practitionerId: null,
    patientId: null,
    // An app sees its own institution's work, also where that institution is a centre.
    centre: false,
    service: null,
    scopes: [...granted],
    partnerAppId: app.id,
  };
}
