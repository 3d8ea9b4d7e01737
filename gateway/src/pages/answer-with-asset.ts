/** Answers with a file of built pages, or says why not. */
import { type Asset, contentOf } from './asset.ts';

type Headers = Readonly<Record<string, string>>;

export function answerWithAsset(request: Request, asset: Asset, more: Headers): Response {
  const { body, encoding, etag } = contentOf(asset, request.headers.get('accept-encoding') ?? '');
  const headers = { ...more, 'content-type': asset.type, 'cache-control': asset.caching, etag, vary: asset.vary };
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  const coded = encoding === undefined ? headers : { ...headers, 'content-encoding': encoding };
  const sized = { ...coded, 'content-length': String(body.byteLength) };
  return new Response(request.method === 'HEAD' ? null : body, { headers: sized });
}

export function refused(status: 404 | 405, message: string, more: Headers): Response {
  const allow: Record<string, string> = status === 405 ? { allow: 'GET, HEAD' } : {};
  const headers = { ...more, ...allow, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(message, { status, headers });
}

export function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

export function wantsPage(request: Request): boolean {
  const isSocket = request.headers.get('upgrade') !== null;
  return !isSocket && /\btext\/html\b/i.test(request.headers.get('accept') ?? '');
}
