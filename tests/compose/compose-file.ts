/** docker-compose.yml as Compose reads it: merged, and with the settings of an .env file put in. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);

const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
});

const composeFile = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
});

export type ComposeService = z.output<typeof service>;
export type ComposeFile = z.output<typeof composeFile>;

export async function readText(path: string): Promise<string> {
  return readFile(new URL(path, root), 'utf8');
}

export async function readCompose(
  settings: Readonly<Record<string, string>>,
): Promise<{ raw: unknown; file: ComposeFile }> {
  const merged: unknown = parse(await readText('docker-compose.yml'), { merge: true });
  // Settings go into values, not into the text: a password may hold anything.
  const raw: unknown = JSON.parse(JSON.stringify(merged), (_key, value: unknown) =>
    typeof value === 'string' ? interpolated(value, settings) : value,
  );
  return { raw, file: composeFile.parse(raw) };
}

/** Names that the file asks for, with those that have no default. */
export function settingsAskedFor(text: string): { all: string[]; required: string[] } {
  const found = [...text.matchAll(/\$\{(\w+)(:[?-])/g)];
  const names = (wanted: (mark: string) => boolean) => [
    ...new Set(found.flatMap(([, name = '', mark = '']) => (wanted(mark) ? [name] : []))),
  ];
  return { all: names(() => true), required: names((mark) => mark === ':?') };
}

/** `${NAME:-default}` and `${NAME:?complaint}`, the two forms that the file uses. */
function interpolated(text: string, settings: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_all, name: string, mark: string, rest: string) => {
    const given = settings[name];
    if (given !== undefined && given !== '') return given;
    if (mark === '?') throw new Error(rest);
    return rest;
  });
}
