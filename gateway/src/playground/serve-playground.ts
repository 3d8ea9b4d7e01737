/** Serves the integrators' playground: its page on GET /graphql to browsers, and the page's files below /playground/. */
import { buildPlayground } from '../../playground/build.ts';
import { type Asset, contentOf, loadAssets } from './playground-assets.ts';
import { playgroundHeaders } from './playground-headers.ts';

export interface PlaygroundOptions {
  readonly graphqlPath: '/graphql';
  /** Offers the demonstration accounts in the sign-in bar. */
  readonly demoAccounts: boolean;
}

/** Answers null when a request is not for the playground. The bundle is made, or found, when the first one is. */
export function playgroundRoutes(options: PlaygroundOptions): (request: Request) => Promise<Response | null> {
  let assets: Promise<Map<string, Asset>> | undefined;
  return async (request) => {
    const { pathname } = new URL(request.url);
    const address = addressOf(request, pathname, options);
    if (address === undefined) return null;
    if (!isRead(request)) return refused(405, 'The playground is only read: use GET.');
    assets ??= loadPlayground(options).catch((error: unknown) => {
      assets = undefined;
      throw error;
    });
    const asset = (await assets).get(address);
    return asset ? serve(request, asset) : refused(404, 'The playground has no such file: open /graphql in a browser.');
  };
}

async function loadPlayground(options: PlaygroundOptions): Promise<Map<string, Asset>> {
  const { dir } = await buildPlayground();
  return loadAssets(dir, { graphqlPath: options.graphqlPath, demoAccounts: String(options.demoAccounts) });
}

/** The files are looked up by their whole address among those that were bundled, so that no address leads out of them. */
function addressOf(request: Request, pathname: string, { graphqlPath }: PlaygroundOptions): string | undefined {
  if (pathname.startsWith('/playground/')) return pathname;
  return pathname === graphqlPath && isRead(request) && wantsPage(request) ? 'index.html' : undefined;
}

function wantsPage(request: Request): boolean {
  const isSocket = request.headers.get('upgrade') !== null;
  return !isSocket && /\btext\/html\b/i.test(request.headers.get('accept') ?? '');
}

function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function serve(request: Request, asset: Asset): Response {
  const { body, encoding, etag } = contentOf(asset, request.headers.get('accept-encoding') ?? '');
  const headers = {
    ...playgroundHeaders,
    'content-type': asset.type,
    'cache-control': asset.caching,
    etag,
    vary: asset.vary,
  };
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  const coded = encoding === undefined ? headers : { ...headers, 'content-encoding': encoding };
  const sized = { ...coded, 'content-length': String(body.byteLength) };
  return new Response(request.method === 'HEAD' ? null : body, { headers: sized });
}

function refused(status: 404 | 405, message: string): Response {
  const allow: Record<string, string> = status === 405 ? { allow: 'GET, HEAD' } : {};
  return new Response(message, {
    status,
    headers: {
      ...playgroundHeaders,
      ...allow,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
