/** What the access tests stand on: two issuers, a clock that stands still until told, and tokens written by hand. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { createAccessTokens, type AccessTokens } from '../access/access-token.ts';
import { createInternalTokens, type InternalTokens } from '../access/internal-token.ts';
import type { Viewer } from '../access/viewer.ts';

export const noon = Date.parse('2026-11-20T12:00:00Z');

export const doctor: Viewer = {
  subject: 'user-1',
  displayName: 'Dr Wang',
  roles: ['REQUESTER', 'EXPERT'],
  institutionId: 'institution-1',
  practitionerId: 'practitioner-1',
  patientId: null,
  centre: false,
  service: null,
  scopes: [],
  partnerAppId: null,
};

export const billing: Viewer = { ...doctor, subject: 'service:billing', roles: [], service: 'billing' };

export const keys = {
  gateway: generateKeyPairSync('ed25519'),
  billing: generateKeyPairSync('ed25519'),
  stranger: generateKeyPairSync('ed25519'),
};

const publicKeys = new Map([
  ['gateway', keys.gateway.publicKey],
  ['billing', keys.billing.publicKey],
]);

export class StandingClock {
  #time = noon;
  readonly now = (): Date => new Date(this.#time);

  pass(seconds: number): void {
    this.#time += seconds * 1000;
  }
}

export function internalTokens(issuer: 'gateway' | 'billing', clock = new StandingClock()): InternalTokens {
  return createInternalTokens({ issuer, privateKey: keys[issuer].privateKey, publicKeys, now: clock.now });
}

export function accessTokens(clock = new StandingClock()): AccessTokens {
  return createAccessTokens({ issuer: 'https://huizhen.example', ...keys.gateway, now: clock.now });
}

type HandWritten = { key?: KeyObject | Uint8Array; header?: Record<string, string>; payload?: Record<string, unknown> };

/** A token like the gateway's, but for what is said otherwise; a claim set to undefined is left out. */
export function handWritten({
  key = keys.gateway.privateKey,
  header = {},
  payload = {},
}: HandWritten): Promise<string> {
  const issuedAt = noon / 1000;
  const claims = {
    iss: 'gateway',
    aud: 'huizhen-subgraphs',
    iat: issuedAt,
    exp: issuedAt + 60,
    viewer: doctor,
    purpose: null,
  };
  return new SignJWT({ ...claims, ...payload })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'huizhen-internal+jwt', kid: 'gateway', ...header })
    .sign(key);
}

/** The parts of a token, put together again without signing. */
export function unsigned(header: object, payload: object, signature = ''): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${signature}`;
}
