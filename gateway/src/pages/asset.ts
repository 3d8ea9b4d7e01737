/** Files of built pages, read into memory once, with the forms that they are sent in. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

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
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** The files of a folder, at `root` and their name. Their addresses change with their content, so that what lies there never does. */
export async function loadFiles(dir: string, root: string): Promise<[string, Asset][]> {
  const names = (await readdir(dir)).filter((name) => extname(name) in types && name !== 'index.html');
  return Promise.all(names.map(async (name): Promise<[string, Asset]> => [`${root}/${name}`, await load(dir, name)]));
}

async function load(dir: string, name: string): Promise<Asset> {
  const [body, br, gzip] = await Promise.all(['', '.br', '.gz'].map((end) => readIfThere(join(dir, name + end))));
  const encoded = { ...(br && { br }), ...(gzip && { gzip }) };
  return assetOf(extname(name), body ?? new Uint8Array(), { caching: 'public, max-age=31536000, immutable', encoded });
}

/** A page, with the server's words to it in place of {{name}}. */
export function pageOf(template: string, words: Readonly<Record<string, string>>): Asset {
  const page = template.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => words[name] ?? '');
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
