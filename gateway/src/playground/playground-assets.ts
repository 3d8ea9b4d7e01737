/** The bundle's files, read into memory once under the addresses that they are served at. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

type Encoding = 'br' | 'gzip';
type Bytes = Uint8Array<ArrayBuffer>;

export interface Asset {
  readonly type: string;
  readonly caching: string;
  readonly vary: string;
  readonly etag: string;
  readonly body: Bytes;
  readonly encoded: Readonly<Partial<Record<Encoding, Bytes>>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** The folder is named after the hash of its sources, so whatever lies in it never changes. */
export async function loadAssets(dir: string, settings: Readonly<Record<string, string>>): Promise<Map<string, Asset>> {
  const root = `/playground/${basename(dir)}`;
  const names = (await readdir(dir)).filter((name) => name !== 'index.html' && extname(name) in types);
  const files = await Promise.all(names.map(async (name) => [`${root}/${name}`, await loadFile(dir, name)] as const));
  return new Map([...files, ['index.html', await loadPage(dir, { ...settings, assets: root })]]);
}

async function loadFile(dir: string, name: string): Promise<Asset> {
  const [body, br, gzip] = await Promise.all(['', '.br', '.gz'].map((end) => readIfThere(join(dir, name + end))));
  const encoded = { ...(br && { br }), ...(gzip && { gzip }) };
  return assetOf(extname(name), body ?? new Uint8Array(), { caching: 'public, max-age=31536000, immutable', encoded });
}

async function loadPage(dir: string, settings: Readonly<Record<string, string>>): Promise<Asset> {
  const template = await readFile(join(dir, 'index.html'), 'utf8');
  const page = template.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => settings[name] ?? '');
  return assetOf('.html', new TextEncoder().encode(page), { caching: 'no-cache', encoded: {} });
}

function assetOf(extension: string, body: Bytes, rest: Pick<Asset, 'caching' | 'encoded'>): Asset {
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const vary = extension === '.html' ? 'accept' : 'accept-encoding';
  return { type: types[extension] ?? 'application/octet-stream', vary, etag, body, ...rest };
}

/** The smallest form that the client takes; each form has its own ETag. */
export function contentOf(
  { body, encoded, etag }: Asset,
  accepted: string,
): { body: Bytes; encoding?: Encoding; etag: string } {
  for (const encoding of ['br', 'gzip'] as const) {
    const bytes = encoded[encoding];
    if (bytes && new RegExp(`\\b${encoding}\\b`).test(accepted))
      return { body: bytes, encoding, etag: `"${etag}-${encoding}"` };
  }
  return { body, etag: `"${etag}"` };
}

async function readIfThere(path: string): Promise<Bytes | undefined> {
  return readFile(path).then(
    (content) => new Uint8Array(content),
    () => undefined,
  );
}
