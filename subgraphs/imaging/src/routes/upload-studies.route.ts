/** STOW-RS (PS3.18 10.5): whoever bears an upload ticket stores DICOM files of its patient; each file has its own outcome. */
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import { bearerOf } from '../actions/token-hash.ts';
import { storeFiles, type Refusal, type StoredFile, type StoredFiles } from '../actions/store-files.ts';
import { useUploadTicket } from '../actions/use-upload-ticket.ts';
import { MalformedMultipart } from '../dicomweb/dicomweb-errors.ts';
import { multipartParts, stowBoundary, type MultipartPart } from '../dicomweb/multipart-related.ts';
import { stowResponse } from '../dicomweb/stow-response.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { orProblem } from './problem.ts';
import { dicomwebRoot } from './public-root.ts';

/** More would make a header that proxies refuse; the body counts them all. */
const MOST_WARNINGS = 20;

export const uploadStudies: Route<ImagingContext> = {
  method: 'POST',
  path: '/uploads/studies',
  handle: (context, request) =>
    orProblem(async () => {
      const ticket = await useUploadTicket(context, bearerOf(request));
      const boundary = stowBoundary(request.headers.get('content-type') ?? '');
      if (request.body === null) throw new MalformedMultipart('there is none');
      const files = bodies(multipartParts(request.body, boundary));
      return answer(await storeFiles(context, ticket, files), dicomwebRoot(context, request));
    }),
};

async function* bodies(parts: AsyncIterable<MultipartPart>): AsyncGenerator<AsyncIterable<Uint8Array>> {
  for await (const { body } of parts) yield body;
}

function answer({ stored, refused }: StoredFiles, root: string): Response {
  const studies = new Set(stored.map(({ studyUid }) => studyUid));
  const [only] = studies.size === 1 ? studies : [];
  const { status, body } = stowResponse({
    studyUrl: only === undefined ? undefined : `${root}/studies/${only}`,
    stored: stored.map((file) => ({ ...file, retrieveUrl: instanceUrl(root, file) })),
    refused,
  });
  const headers = new Headers({ 'content-type': 'application/dicom+json', 'cache-control': 'no-store' });
  for (const refusal of refused.slice(0, MOST_WARNINGS)) headers.append('warning', warning(refusal));
  return new Response(JSON.stringify(body), { status, headers });
}

function instanceUrl(root: string, { studyUid, seriesUid, sopInstanceUid }: StoredFile): string {
  return `${root}/studies/${studyUid}/series/${seriesUid}/instances/${sopInstanceUid}`;
}

/** Why, in words: the body has room for a number only (PS3.18 8.3.4.6). */
function warning({ part, message }: Refusal): string {
  return `299 huizhen "part ${part}: ${message.replaceAll(/[^\x20-\x7e]|["\\]/g, '?')}"`;
}
