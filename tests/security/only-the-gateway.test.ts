/** Subgraphs answer nobody but the bearer of an internal token, on every way in. */
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { subgraphNames } from '@huizhen/gateway/topology/subgraphs';
import { createClient } from 'graphql-ws';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf, type Insider } from '../harness/insider.ts';

const SERVICE = '{ _service { sdl } }';
const ENTITIES = '{ _entities(representations: []) { __typename } }';

let clinic: Clinic;
let insider: Insider;
/** By what is wrong with them; null is no token at all. */
const wrong = new Map<string, string | null>();

beforeAll(async () => {
  clinic = await openClinic({ topology: 'processes' });
  insider = await insiderOf(clinic);
  for (const [what, token] of await wrongTokens()) wrong.set(what, token);
}, 120_000);
afterAll(() => clinic?.stop());

describe.each(subgraphNames)('%s', (name) => {
  test('answers the gateway', async () => {
    const token = await insider.internalToken(null);
    expect(await statusOf(name, SERVICE, token)).toBe(200);
    expect(await statusOf(name, ENTITIES, token)).toBe(200);
    expect(await overSocket(name, SERVICE, token)).not.toBe('refused');
  });

  test('answers nobody else, whatever is asked', async () => {
    for (const [what, token] of wrong) {
      for (const query of [SERVICE, ENTITIES, '{ __schema { types { name } } }', 'nonsense'])
        expect(await statusOf(name, query, token), `${what}: ${query}`).toBe(401);
    }
  });

  test('tells whoever measures it numbers, and nothing else', async () => {
    const response = await fetch(`${addressOf(name)}/metrics`);
    expect(response.status).toBe(200);
    const metrics = await response.text();
    expect(metrics).toContain('# TYPE huizhen_database_connections gauge');
    expect(metrics).toContain('nodejs_eventloop_lag_seconds');
    expect(
      metrics.split('\n').filter((line) => line !== '' && !/^(#|\w+({[\w=",.+ :/-]*})? [\d.e+-]+$)/.test(line)),
    ).toEqual([]);
  });

  test('answers nobody else on its routes', async () => {
    for (const [what, token] of wrong) {
      for (const path of [
        '/graphql',
        '/dicom-web/studies',
        `/uploads/${randomUUID()}/studies`,
        '/webhooks/livekit',
        '/',
      ]) {
        const response = await fetch(`${addressOf(name)}${path}`, { headers: headersOf(token) });
        expect(response.status, `${what}: ${path}`).toBe(401);
        expect(await response.text()).toBe('Only the gateway may call this service.');
      }
    }
  });

  test('answers nobody else on its socket, and tells nothing of its schema', async () => {
    for (const [what, token] of wrong) {
      for (const query of [SERVICE, '{ noSuchField }', 'subscription { consultationQueue { cursor } }'])
        expect(await overSocket(name, query, token), `${what}: ${query}`).toBe('refused');
    }
  });
});

async function wrongTokens(): Promise<[string, string | null][]> {
  const { accessToken } = await clinic.as('coordinator');
  const viewer = viewerOf(await clinic.as('coordinator'));
  const { keys } = insider;
  const own = keys.internalPrivateKeys.get('gateway');
  if (!own) throw new Error('The gateway has no key.');
  const { privateKey: strange } = generateKeyPairSync('ed25519');
  const minted = (privateKey: KeyObject, issuer: string, now = new Date()) =>
    createInternalTokens({ issuer, privateKey, publicKeys: keys.internalPublicKeys, now: () => now });
  const identity = { viewer, purpose: null };
  const hourAgo = new Date(Date.now() - 3_600_000);
  const service = keys.internalPrivateKeys.get('billing') ?? strange;
  return [
    ['no token', null],
    ['not a token', 'gateway'],
    ['a person’s access token', accessToken],
    ['an access token of one’s own making', (await foreignAccess(strange).issue(viewer, 'x')).token],
    ['an expired token', await minted(own, 'gateway', hourAgo).mint(identity)],
    ['a token of another key', await minted(strange, 'gateway').mint(identity)],
    ['a token of an unknown issuer', await signed(strange, 'somebody', identity)],
    ['a token by which a service speaks for a person', await signed(service, 'billing', identity)],
    ['a token that lives too long', await signed(own, 'gateway', identity, '2h')],
    [
      'an unsigned token',
      new UnsecuredJWT(identity).setIssuer('gateway').setIssuedAt().setExpirationTime('1m').encode(),
    ],
  ];
}

function foreignAccess(privateKey: KeyObject) {
  return createAccessTokens({ issuer: 'huizhen', privateKey, publicKey: insider.keys.accessTokenKeys.publicKey });
}

function signed(key: KeyObject, issuer: string, claims: Record<string, unknown>, life = '1m'): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'huizhen-internal+jwt', kid: issuer })
    .setIssuer(issuer)
    .setAudience('huizhen-subgraphs')
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(key);
}

function addressOf(name: string): string {
  const address = clinic.subgraphUrls.get(name);
  if (address === undefined) throw new Error(`${name} is not served.`);
  return address;
}

function headersOf(token: string | null): Record<string, string> {
  return { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
}

async function statusOf(name: string, query: string, token: string | null): Promise<number> {
  const body = JSON.stringify({ query });
  const { status } = await fetch(`${addressOf(name)}/graphql`, { method: 'POST', headers: headersOf(token), body });
  return status;
}

/** 'refused' when nothing but the refusal comes back, else what came. */
async function overSocket(name: string, query: string, token: string | null): Promise<unknown> {
  const client = createClient({
    url: `${addressOf(name).replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  const extensions = token === null ? {} : { token, requestId: 'test' };
  return new Promise((resolve) => {
    const error = (errors: unknown) => resolve(isRefusal(errors) ? 'refused' : errors);
    client.subscribe({ query, extensions }, { next: resolve, error, complete: () => resolve('complete') });
  }).finally(() => void client.dispose());
}

function isRefusal(errors: unknown): boolean {
  return JSON.stringify(errors) === JSON.stringify([{ message: 'Only the gateway may call this service.' }]);
}
