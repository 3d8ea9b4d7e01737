/** Serves the pages: their files below /assets/, and the one page to browsers at every address that is nobody else's. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWeb } from '@huizhen/web/build/build-web';
import { answerWithAsset, isRead, refused, wantsPage } from '../pages/answer-with-asset.ts';
import { type Asset, loadFiles, pageOf } from '../pages/asset.ts';
import { fileHeaders, webHeaders } from './web-headers.ts';

export interface WebOptions {
  /** Offers the demonstration accounts on the sign-in page. */
  readonly demoAccounts: boolean;
  /** Where calls are carried, ws:// or wss://; without one the pages reach nothing but this origin. */
  readonly videoServer?: string | undefined;
}

interface Pages {
  readonly template: string;
  readonly files: ReadonlyMap<string, Asset>;
}

/** First segments of addresses that belong to programs, even when a browser asks. */
const notPages = ['graphql', 'health', 'metrics', 'uploads', 'dicom-web', 'webhooks', 'oauth', 'playground'];

/** Answers null when a request is not for the pages. They are built, or found, when the first one is. */
export function webRoutes(options: WebOptions): (request: Request) => Promise<Response | null> {
  let loading: Promise<Pages> | undefined;
  const pages = () =>
    (loading ??= loadPages().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!isRead(request)) return null;
    if (pathname.startsWith('/assets/')) return answerWithFile(request, (await pages()).files.get(pathname));
    if (!isPage(request, pathname)) return null;
    return answerWithPage(request, (await pages()).template, options);
  };
}

async function loadPages(): Promise<Pages> {
  const { dir } = await buildWeb();
  const [template, files] = await Promise.all([
    readFile(join(dir, 'index.html'), 'utf8'),
    loadFiles(join(dir, 'assets'), '/assets'),
  ]);
  return { template, files: new Map(files) };
}

function isPage(request: Request, pathname: string): boolean {
  return pathname === '/' || (wantsPage(request) && !notPages.includes(pathname.split('/')[1] ?? ''));
}

function answerWithFile(request: Request, file: Asset | undefined): Response {
  if (file) return answerWithAsset(request, file, fileHeaders);
  return refused(
    404,
    'There is no such file; the pages are newer than the one you have: reload it.',
    webHeaders(newNonce()),
  );
}

/** Each answer has a nonce of its own, and is therefore not kept. */
function answerWithPage(request: Request, template: string, { demoAccounts, videoServer }: WebOptions): Response {
  const nonce = newNonce();
  const page = pageOf(template, { nonce, demoAccounts: String(demoAccounts) });
  return answerWithAsset(request, { ...page, caching: 'no-store' }, webHeaders(nonce, videoServer));
}

function newNonce(): string {
  return randomBytes(16).toString('base64url');
}
