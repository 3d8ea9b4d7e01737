/** What docker-compose.yml starts is one platform, whichever of its gateways answers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startComposedPlatform, type ComposedPlatform } from './composed-platform.ts';

const admin = { username: 'admin', password: 'first-day-at-the-clinic' };
let platform: ComposedPlatform;

interface Answer {
  readonly data?: { readonly signIn?: { readonly accessToken: string } } | null;
}

beforeAll(async () => {
  platform = await startComposedPlatform({
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    LIVEKIT_API_KEY: 'devkey',
    LIVEKIT_API_SECRET: 'a secret of at least thirty-two characters',
    ORTHANC_PASSWORD: 'archive',
  });
}, 180_000);
afterAll(() => platform?.stop());

async function ask(gateway: string, body: object, authorization?: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  const response = await fetch(`${platform.urlOf(gateway)}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

test('the first administrator signs in at one gateway and is known at the other', async () => {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const { data } = await ask('gateway-a', { query, variables: { input: admin } });
  const me = await ask('gateway-b', { query: '{ me { displayName roles } }' }, `Bearer ${data?.signIn?.accessToken}`);
  // Without any right until the password that the installer knows is changed.
  expect(me).toEqual({ data: { me: { displayName: 'admin', roles: [] } } });
});

test('in production there is no playground, no demo account and no introspection', async () => {
  const page = await fetch(`${platform.urlOf('gateway-a')}/graphql`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('<html');
  const query = 'mutation { signIn(input: { username: "requester", password: "huizhen-demo" }) { accessToken } }';
  expect(await ask('gateway-a', { query })).toMatchObject({
    data: null,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(await ask('gateway-a', { query: '{ __schema { queryType { name } } }' })).toHaveProperty('errors');
});

test('a subgraph answers nobody but the gateway', async () => {
  const answer = await fetch(`${platform.urlOf('directory')}/graphql`, {
    method: 'POST',
    body: '{"query":"{ _service { sdl } }"}',
  });
  expect(answer.status).toBe(401);
});
