import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { allOf, anyOf, deny, permit } from '../access/decision.ts';
import { hashPassword, needsRehash, verifyPassword } from '../access/passwords.ts';
import { TokenRefused } from '../access/token-refused.ts';
import { viewerSchema } from '../access/viewer.ts';
import {
  accessTokens,
  billing,
  doctor,
  handWritten,
  internalTokens,
  keys,
  noon,
  StandingClock,
  unsigned,
} from './access-given.ts';

const seconds = noon / 1000;

test("the gateway's token carries a person, or nobody, and the purpose to every subgraph", async () => {
  const subgraph = internalTokens('billing');
  const gateway = internalTokens('gateway');
  const identity = { viewer: doctor, purpose: 'TREATMENT' };
  expect(await subgraph.verify(await gateway.mint(identity))).toEqual(identity);
  expect(await subgraph.verify(await gateway.mint({ viewer: null, purpose: null }))).toEqual({
    viewer: null,
    purpose: null,
  });
});

test('a service speaks for itself and for nobody else', async () => {
  const service = internalTokens('billing');
  expect(await service.verify(await service.mint({ viewer: billing, purpose: null }))).toMatchObject({
    viewer: billing,
  });
  await expect(service.mint({ viewer: doctor, purpose: null })).rejects.toThrow(
    'billing may not speak for this viewer',
  );
  await expect(service.mint({ viewer: null, purpose: null })).rejects.toThrow(TokenRefused);
  await expect(internalTokens('gateway').mint({ viewer: billing, purpose: null })).rejects.toThrow(TokenRefused);
});

test('the hand-written token of the refusals below is otherwise good', async () => {
  expect(await internalTokens('billing').verify(await handWritten({}))).toEqual({ viewer: doctor, purpose: null });
  const skewed = handWritten({ payload: { iat: seconds + 5, exp: seconds + 65 } });
  expect(await internalTokens('billing').verify(await skewed)).toMatchObject({ viewer: doctor });
});

const goodHeader = { alg: 'EdDSA', typ: 'huizhen-internal+jwt', kid: 'gateway' };
const goodPayload = {
  iss: 'gateway',
  aud: 'huizhen-subgraphs',
  iat: seconds,
  exp: seconds + 60,
  viewer: doctor,
  purpose: null,
};
const asBilling = { key: keys.billing.privateKey, header: { kid: 'billing' } };
const publicBytes = Buffer.from(keys.gateway.publicKey.export({ type: 'spki', format: 'pem' }).toString());

test.each<[string, () => Promise<string> | string]>([
  ['nothing', () => ''],
  ['no token at all', () => 'Bearer'],
  ['too long a token', () => 'a'.repeat(10_000)],
  ['alg none', () => unsigned({ ...goodHeader, alg: 'none' }, goodPayload)],
  ['alg none with a signature', () => unsigned({ ...goodHeader, alg: 'none' }, goodPayload, 'AAAA')],
  ['no signature', () => unsigned(goodHeader, goodPayload)],
  ['HMAC under the public key', () => handWritten({ key: publicBytes, header: { alg: 'HS256' } })],
  ['another typ', () => handWritten({ header: { typ: 'at+jwt' } })],
  ['another audience', () => handWritten({ payload: { aud: 'huizhen' } })],
  ['no audience', () => handWritten({ payload: { aud: undefined } })],
  ['an expired token', () => handWritten({ payload: { iat: seconds - 60, exp: seconds } })],
  ['no end', () => handWritten({ payload: { exp: undefined } })],
  ['no beginning', () => handWritten({ payload: { iat: undefined } })],
  ['a beginning six seconds from now', () => handWritten({ payload: { iat: seconds + 6, exp: seconds + 66 } })],
  ['a life of 61 seconds', () => handWritten({ payload: { exp: seconds + 61 } })],
  ['an unknown issuer', () => handWritten({ header: { kid: 'stranger' }, payload: { iss: 'stranger' } })],
  ['no key id', () => unsigned({ alg: 'EdDSA', typ: 'huizhen-internal+jwt' }, goodPayload, 'AAAA')],
  ["the gateway's name under another key", () => handWritten({ key: keys.stranger.privateKey })],
  ["the gateway's name under a service's key", () => handWritten(asBilling)],
  ["a person in a service's token", () => handWritten({ ...asBilling, payload: { iss: 'billing' } })],
  ["nobody in a service's token", () => handWritten({ ...asBilling, payload: { iss: 'billing', viewer: null } })],
  ["a service in the gateway's token", () => handWritten({ payload: { viewer: billing } })],
  ['no viewer', () => handWritten({ payload: { viewer: undefined } })],
  ['an unknown role', () => handWritten({ payload: { viewer: { ...doctor, roles: ['GOD'] } } })],
  ["a user's access token", async () => (await accessTokens().issue(doctor, 'session-1')).token],
])('subgraphs refuse %s', async (_, write) => {
  const token = await write();
  await expect(internalTokens('billing').verify(token)).rejects.toThrow(TokenRefused);
});

test('any changed character of a token is refused', async () => {
  const token = await handWritten({});
  const subgraph = internalTokens('billing');
  await subgraph.verify(token);
  // The last character of the signature holds four unused bits, so it is left out.
  for (let at = 0; at < token.length - 1; at += 7) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    await expect(subgraph.verify(changed)).rejects.toThrow(TokenRefused);
  }
});

test('an identity is minted anew after 20 seconds, and a remembered token ends when it says', async () => {
  const clock = new StandingClock();
  const gateway = internalTokens('gateway', clock);
  const subgraph = internalTokens('billing', clock);
  const token = await gateway.mint({ viewer: doctor, purpose: null });
  clock.pass(19);
  expect(await gateway.mint({ purpose: null, viewer: { ...doctor } })).toBe(token);
  expect(await gateway.mint({ viewer: doctor, purpose: 'TREATMENT' })).not.toBe(token);
  clock.pass(1);
  expect(await gateway.mint({ viewer: doctor, purpose: null })).not.toBe(token);
  await subgraph.verify(token);
  clock.pass(39);
  expect(await subgraph.verify(token)).toBe(await subgraph.verify(token));
  clock.pass(1);
  await expect(subgraph.verify(token)).rejects.toThrow(TokenRefused);
});

test('a token never carries more than the caller it was minted for', async () => {
  const token = await internalTokens('gateway').mint(
    Object.assign({ requestId: 'r-1' }, { viewer: doctor, purpose: null }),
  );
  expect(Object.keys(decodeJwt(token)).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'purpose', 'viewer']);
});

test('a verified viewer is frozen, for it is shared', async () => {
  const { viewer } = await internalTokens('billing').verify(await handWritten({}));
  expect(Object.isFrozen(viewer) && Object.isFrozen(viewer?.roles)).toBe(true);
  expect(viewerSchema.parse(doctor)).toEqual(doctor);
});

test('a partner app’s scopes travel with it, and whoever is none has none', async () => {
  const { scopes: _, partnerAppId: __, ...before } = doctor;
  expect(viewerSchema.parse(before)).toEqual(doctor);
  const app = { ...doctor, roles: ['PARTNER' as const], scopes: ['directory:read'], partnerAppId: 'user-1' };
  const token = await internalTokens('gateway').mint({ viewer: app, purpose: null });
  const { viewer } = await internalTokens('billing').verify(token);
  expect(viewer).toEqual(app);
  expect(Object.isFrozen(viewer?.scopes)).toBe(true);
});

test('an access token brings back the viewer and the session for ten minutes', async () => {
  const clock = new StandingClock();
  const tokens = accessTokens(clock);
  const { token, expiresAt } = await tokens.issue(doctor, 'session-1');
  expect(expiresAt).toEqual(new Date(noon + 600_000));
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'EdDSA' });
  expect(await tokens.verify(token)).toEqual({ viewer: doctor, sessionId: 'session-1', expiresAt });
  clock.pass(600);
  await expect(tokens.verify(token)).rejects.toThrow(TokenRefused);
});

const asAccess = { header: { typ: 'at+jwt', kid: 'https://huizhen.example' } };
const accessPayload = { iss: 'https://huizhen.example', aud: 'huizhen', sub: 'user-1', sid: 'session-1' };

test.each([
  ['an internal token', {}],
  ['another audience', { ...asAccess, payload: { ...accessPayload, aud: 'another' } }],
  ['no session', { ...asAccess, payload: { ...accessPayload, sid: undefined } }],
  ["another's subject", { ...asAccess, payload: { ...accessPayload, sub: 'user-2' } }],
  ['a service', { ...asAccess, payload: { ...accessPayload, sub: billing.subject, viewer: billing } }],
  ['too long a life', { ...asAccess, payload: { ...accessPayload, exp: seconds + 601 } }],
  ['another key', { ...asAccess, key: keys.stranger.privateKey, payload: accessPayload }],
])('the gateway refuses %s as an access token', async (_, token) => {
  expect(await accessTokens().verify(await handWritten({ ...asAccess, payload: accessPayload }))).toBeTruthy();
  await expect(accessTokens().verify(await handWritten(token))).rejects.toThrow(TokenRefused);
});

test('a service is never given an access token', async () => {
  await expect(accessTokens().issue(billing, 'session-1')).rejects.toThrow('a service does not sign in');
});

test('decisions: of anyOf one permission is enough, allOf needs every one, and the first refusal is told', () => {
  const foreign = deny('NOT_FOUND', 'another institution');
  const unconsented = deny('CONSENT_REQUIRED', 'no consent in force');
  expect(anyOf(foreign, permit)).toEqual({ allowed: true });
  expect(anyOf(unconsented, foreign)).toEqual(unconsented);
  expect(anyOf()).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
  expect(allOf(permit, permit)).toEqual({ allowed: true });
  expect(allOf(permit, foreign, unconsented)).toEqual(foreign);
  expect(allOf()).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
});

test('a password verifies against its own argon2id hash only', async () => {
  const phc = await hashPassword('远程会诊 2026');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await hashPassword('远程会诊 2026')).not.toBe(phc);
  expect(await verifyPassword('远程会诊 2026', phc)).toBe(true);
  expect(await verifyPassword('远程会诊 ２０２６', phc)).toBe(true);
  expect(await verifyPassword('远程会诊 2027', phc)).toBe(false);
  expect(await verifyPassword('', phc)).toBe(false);
  expect(await verifyPassword('x'.repeat(2_000), phc)).toBe(false);
  expect(await verifyPassword('anything', null)).toBe(false);
});

test('hashes with other parameters still verify and ask to be renewed', async () => {
  // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
  const older = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', older)).toBe(true);
  expect(needsRehash(older)).toBe(true);
  expect(needsRehash(await hashPassword('password'))).toBe(false);
});

test.each([
  '',
  'plain',
  '$2b$10$abc',
  '$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
])('a stored hash that is none of ours (%s) is an error and not a wrong password', async (stored) => {
  await expect(verifyPassword('password', stored)).rejects.toThrow('have the password reset');
});

test('empty and endless passwords are not hashed', async () => {
  await expect(hashPassword('')).rejects.toThrow('1 to 1024');
  await expect(hashPassword('x'.repeat(1_025))).rejects.toThrow('1 to 1024');
});
