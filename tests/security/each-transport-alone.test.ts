/** What only one transport can be attacked with: forged requests over HTTP, and bad manners on a socket. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, type Answer } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf } from '../harness/insider.ts';
import { RawSocket } from '../harness/raw-socket.ts';

const badInput = 'BAD_USER_INPUT';

let clinic: Clinic;
let token: string;
beforeAll(async () => {
  clinic = await openClinic();
  token = (await clinic.as('expert1')).accessToken;
}, 120_000);
afterAll(async () => {
  await clinic?.stop();
});

describe('over HTTP alone', () => {
  const turnOff = 'mutation { setPresence(online: false) { online } }';
  const asked = encodeURIComponent(turnOff);
  const attempts: Readonly<Record<string, () => Promise<Response>>> = {
    'a mutation by GET': () =>
      fetch(`${clinic.url}?query=${asked}`, { headers: { ...bearer(), 'apollo-require-preflight': 'x' } }),
    'a query by GET from a page': () =>
      fetch(`${clinic.url}?query=${encodeURIComponent('{ me { id } }')}`, { headers: bearer() }),
    'text/plain': () => sent({ 'content-type': 'text/plain' }, JSON.stringify({ query: turnOff })),
    'a form': () => sent({ 'content-type': 'application/x-www-form-urlencoded' }, `query=${asked}`),
    'a multipart form': () =>
      sent(
        { 'content-type': 'multipart/form-data; boundary=x' },
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${turnOff}\r\n--x--`,
      ),
    'no content type': () => sent({}, new Blob([JSON.stringify({ query: turnOff })])),
    'a batch': () =>
      sent({ 'content-type': 'application/json' }, JSON.stringify([{ query: turnOff }, { query: turnOff }])),
    'a query of 65 KB': () =>
      sent({ 'content-type': 'application/json' }, JSON.stringify({ query: `${turnOff} #${'x'.repeat(66_000)}` })),
    'a body of 9 MB': () =>
      sent(
        { 'content-type': 'application/json' },
        JSON.stringify({ query: turnOff, variables: { x: 'x'.repeat(9_000_000) } }),
      ),
    'a subscription': () =>
      sent(
        { 'content-type': 'application/json' },
        JSON.stringify({ query: 'subscription { consultationQueue { cursor } }' }),
      ),
  };

  test.each(Object.entries(attempts))('%s is refused and not done', async (_name, attempt) => {
    await (await clinic.as('expert1')).run('mutation { setPresence(online: true) { online } }');
    const response = await attempt();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(verdict((await response.json()) as Answer)).toEqual({ executed: false, codes: [badInput] });
    expect(await isOnline()).toBe(true);
  });

  test('a page of another origin is not let in', async () => {
    const headers = { ...bearer(), origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const preflight = await fetch(clinic.url, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  function sent(headers: Record<string, string>, body: string | Blob): Promise<Response> {
    return fetch(clinic.url, { method: 'POST', headers: { ...bearer(), ...headers }, body });
  }

  async function isOnline(): Promise<boolean> {
    const expert = await clinic.as('expert1');
    const { expert: found } = await expert.run<{ expert: { online: boolean } }>(
      'query Online($id: ID!) { expert(id: $id) { online } }',
      { id: viewerOf(expert).practitionerId },
    );
    return found.online;
  }
});

describe('the socket', () => {
  test('is closed by a message of more than 64 KB', async () => {
    const own = await opened();
    own.send({ id: '1', type: 'subscribe', payload: { query: `{ me { id } } #${'x'.repeat(66_000)}` } });
    expect((await own.closed()).code).toBe(1009);
  });

  test('is closed when nobody introduces themselves within three seconds', async () => {
    const own = await RawSocket.open(clinic.url);
    const { code, afterMs } = await own.closed();
    expect(code).toBe(4408);
    expect(afterMs).toBeLessThan(4_500);
  });

  test('is closed on a question before the introduction, and on what is no message', async () => {
    for (const [message, code] of [
      [{ id: '1', type: 'subscribe', payload: { query: '{ me { id } }' } }, 4401],
      [{ type: 'nonsense' }, 4400],
      [{ id: '1', type: 'subscribe', payload: { query: ['{ me { id } }'] } }, 4400],
    ] as const) {
      const own = await RawSocket.open(clinic.url);
      own.send(message);
      expect((await own.closed()).code).toBe(code);
    }
  });

  test('is closed to a token that is not valid, as forbidden', async () => {
    for (const wrong of ['nonsense', `${token}x`, await accessToken(-3_600_000)]) {
      const own = await RawSocket.open(clinic.url);
      own.send({ type: 'connection_init', payload: { authorization: `Bearer ${wrong}` } });
      expect((await own.closed()).code).toBe(4403);
      expect(verdict(await post(clinic.url, { query: '{ me { id } }' }, bearer(wrong)))).toEqual({
        executed: false,
        codes: ['UNAUTHENTICATED'],
      });
    }
  });

  test('is closed when the token ends', async () => {
    const own = await RawSocket.open(clinic.url);
    await own.init(await accessToken(0, 2));
    expect((await own.closed()).code).toBe(4403);
  });

  test('carries twenty subscriptions and refuses the next one alone', async () => {
    const own = await opened();
    const query = 'subscription { consultationQueue { kind } }';
    for (let id = 1; id <= 20; id += 1) own.send({ id: `${id}`, type: 'subscribe', payload: { query } });
    for (let id = 1; id <= 20; id += 1)
      await own.until((message) => message['id'] === `${id}` && message['type'] === 'next');
    own.send({ id: '21', type: 'subscribe', payload: { query } });
    const refused = await own.until((message) => message['id'] === '21');
    expect(refused).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    own.send({ id: '20', type: 'complete' });
    own.send({ id: '22', type: 'subscribe', payload: { query } });
    await own.until((message) => message['id'] === '22' && message['type'] === 'next');
    own.end();
  });

  test('is not opened for a page of another origin', async () => {
    await expect(RawSocket.open(clinic.url, { origin: 'https://elsewhere.example' })).rejects.toThrow('401');
    const own = await RawSocket.open(clinic.url, { origin: new URL(clinic.url).origin });
    own.end();
  });

  async function opened(): Promise<RawSocket> {
    const own = await RawSocket.open(clinic.url);
    await own.init(token);
    return own;
  }
});

function bearer(value = token): Record<string, string> {
  return { authorization: `Bearer ${value}` };
}

async function accessToken(shiftMs: number, lifetimeSeconds = 600): Promise<string> {
  const { keys } = await insiderOf(clinic);
  const now = () => new Date(Date.now() + shiftMs);
  const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys, lifetimeSeconds, now });
  return (await tokens.issue(viewerOf(await clinic.as('expert1')), 'session-of-a-test')).token;
}

function verdict({ data, errors = [] }: Answer): { executed: boolean; codes: unknown[] } {
  return {
    executed: data !== undefined && data !== null,
    codes: [...new Set(errors.map((one) => String(one.extensions?.['code'])))].toSorted(),
  };
}
