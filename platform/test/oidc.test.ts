import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OidcUnavailable } from '../access/oidc-unavailable.ts';
import { createOidc } from '../access/oidc.ts';
import { TokenRefused } from '../access/token-refused.ts';
import { listening } from './listening.ts';

let issuer = '';
let server: Server;
let signingKey: CryptoKey;
let discovered = 0;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  signingKey = privateKey;
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
  server = createServer((request, response) => {
    if (request.url === '/silent/.well-known/openid-configuration') return;
    if (request.url === '/jwks') return void response.end(JSON.stringify(jwks));
    discovered += 1;
    const named = request.url?.startsWith('/impostor') ? 'https://bank.example' : issuer;
    response.end(JSON.stringify({ issuer: named, jwks_uri: `${issuer}/jwks` }));
  });
  issuer = await listening(server);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const seconds = Math.floor(Date.now() / 1000);

function issued(payload: Record<string, unknown> = {}, header: Record<string, string> = {}): Promise<string> {
  const claims = { iss: issuer, aud: 'huizhen', sub: 'subject-1', iat: seconds, exp: seconds + 300, ...payload };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(signingKey);
}

test("a token of the issuer is believed, by the issuer's published keys, which are looked up once", async () => {
  const oidc = createOidc({ issuer, audience: 'huizhen' });
  const before = discovered;
  const expected = { issuer, subject: 'subject-1', expiresAt: new Date((seconds + 300) * 1000) };
  expect(await oidc.verify(await issued())).toMatchObject(expected);
  expect((await oidc.verify(await issued({ email: 'a@b.example' }, { typ: 'JWT' }))).claims).toHaveProperty('email');
  expect(discovered - before).toBe(1);
});

test.each<[string, () => Promise<string>]>([
  ['another issuer', () => issued({ iss: 'https://elsewhere.example' })],
  ['another audience', () => issued({ aud: 'another' })],
  ['an expired token', () => issued({ exp: seconds - 60 })],
  ['no subject', () => issued({ sub: undefined })],
  ['an unknown key', () => issued({}, { kid: 'k2' })],
  ['a logout token', () => issued({}, { typ: 'logout+jwt' })],
  ['a changed token', async () => `${(await issued()).slice(0, -8)}AAAAAAAA`],
  ['alg none', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await issued()).split('.')[1]}.`],
])('%s is refused', async (_, token) => {
  await expect(createOidc({ issuer, audience: 'huizhen' }).verify(await token())).rejects.toThrow(TokenRefused);
});

test.each([
  ['does not answer within the deadline', () => `${issuer}/silent`],
  ['names another issuer', () => `${issuer}/impostor`],
  ['is spoken to in the clear', () => 'http://issuer.example'],
  ['is not there', () => 'http://127.0.0.1:1'],
])('an issuer that %s is unavailable, and no token is believed', async (_, address) => {
  const oidc = createOidc({ issuer: address(), audience: 'huizhen', deadlineMilliseconds: 100 });
  await expect(oidc.verify(await issued())).rejects.toThrow(OidcUnavailable);
});
