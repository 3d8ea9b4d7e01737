/** Serves the integrators' playground: its page on GET /graphql to browsers, and the page's files below /playground/. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildPlayground } from '../../playground/build.ts';
import { answerWithAsset, isRead, refused, wantsPage } from '../pages/answer-with-asset.ts';
import { type Asset, loadFiles, pageOf } from '../pages/asset.ts';
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
    const address = addressOf(request, new URL(request.url).pathname, options);
    if (address === undefined) return null;
    if (!isRead(request)) return refused(405, 'The playground is only read: use GET.', playgroundHeaders);
    assets ??= loadPlayground(options).catch((error: unknown) => {
      assets = undefined;
      throw error;
    });
    const asset = (await assets).get(address);
    if (asset) return answerWithAsset(request, asset, playgroundHeaders);
    return refused(404, 'The playground has no such file: open /graphql in a browser.', playgroundHeaders);
  };
}

/** The folder is named after the hash of its sources, so whatever lies in it never changes. */
async function loadPlayground({ graphqlPath, demoAccounts }: PlaygroundOptions): Promise<Map<string, Asset>> {
  const { dir } = await buildPlayground();
  const assets = `/playground/${basename(dir)}`;
  const template = await readFile(join(dir, 'index.html'), 'utf8');
  const page = pageOf(template, { graphqlPath, demoAccounts: String(demoAccounts), assets });
  return new Map([...(await loadFiles(dir, assets)), ['index.html', page]]);
}

/** The files are looked up by their whole address among those that were bundled, so that no address leads out of them. */
function addressOf(request: Request, pathname: string, { graphqlPath }: PlaygroundOptions): string | undefined {
  if (pathname.startsWith('/playground/')) return pathname;
  return pathname === graphqlPath && isRead(request) && wantsPage(request) ? 'index.html' : undefined;
}
