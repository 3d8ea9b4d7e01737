/** WADO-RS frames and pixel data (PS3.18 10.4.1.5, 10.4.1.1.6): pieces of a stored file, never transcoded. */
import { randomUUID } from 'node:crypto';
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import type { Archive } from '../archive/archive.ts';
import { archiveOf } from '../actions/archive-of.ts';
import type { Extent } from '../dicom/data-set.ts';
import { frameExtents, type PixelLayout } from '../dicom/pixel-layout.ts';
import { parseAccept } from '../dicomweb/media-type.ts';
import { multipartResponse, type OutgoingPart } from '../dicomweb/multipart-response.ts';
import { NotAcceptable, NothingThere } from '../domain/imaging-errors.ts';
import { storedInstances } from '../queries/stored-instances.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { dicomwebRoute, type DicomwebCall } from './dicomweb-route.ts';

const bytesType = 'application/octet-stream';
const instance = '/studies/:study/series/:series/instances/:instance';
const noFrame =
  'There is no such frame, or the file does not say where it begins. Retrieve the whole instance instead.';

export const pixelRoutes: readonly Route<ImagingContext>[] = [
  dicomwebRoute(`${instance}/frames/:frames`, (call) => pixels(call, (layout) => framesOf(layout, call.parameters))),
  // Other large values are rare; whoever needs them retrieves the file.
  dicomwebRoute(`${instance}/bulkdata/:tag{7FE000(?:08|09|10)}`, (call) => pixels(call, allOf)),
];

async function pixels(call: DicomwebCall, extentsIn: (layout: PixelLayout) => Extent[][]): Promise<Response> {
  const { context, token, parameters, request } = call;
  const accept = request.headers.get('accept') ?? '*/*';
  const form = formFor(accept);
  if (form === undefined) throw new NotAcceptable(`multipart/related; type="${bytesType}"`);
  const place = { seriesUid: parameters['series'], uid: parameters['instance'] };
  const [found] = await storedInstances(context, token, place);
  if (!found?.pixels) throw new NothingThere(noFrame);
  const pieces = extentsIn(found.pixels);
  const archive = archiveOf(context);
  const contentType = `${bytesType}; transfer-syntax=${found.transferSyntaxUid}`;
  const [only] = pieces;
  if (form === 'single' && only && pieces.length === 1) {
    return new Response(ReadableStream.from(bytesAt(archive, found.uid, only)), {
      headers: { 'content-type': contentType },
    });
  }
  const parts = pieces.map((extents) => ({ contentType, open: async () => bytesAt(archive, found.uid, extents) }));
  const multipart = multipartResponse(eachOf(parts), randomUUID(), bytesType);
  return new Response(multipart.body, { headers: { 'content-type': multipart.contentType } });
}

/** Viewers also name the image type that they expect of compressed frames; the bytes are the same. */
function formFor(accept: string): 'multipart' | 'single' | undefined {
  const names = parseAccept(accept).map(({ name }) => name);
  if (names.some((name) => name === 'multipart/related' || name === 'multipart/*' || name === '*/*'))
    return 'multipart';
  return names.some((name) => name === bytesType || name === 'application/*') ? 'single' : undefined;
}

/** `1,3`, counted from 1. */
function framesOf(layout: PixelLayout, parameters: Readonly<Record<string, string>>): Extent[][] {
  const numbers = (parameters['frames'] ?? '').split(',');
  return numbers.map((number) => {
    const extents = /^[1-9]\d{0,8}$/.test(number) ? frameExtents(layout, Number(number) - 1) : undefined;
    if (!extents) throw new NothingThere(noFrame);
    return extents;
  });
}

/** Uncompressed pixel data are one value; of compressed ones each frame is a part. */
function allOf(layout: PixelLayout): Extent[][] {
  if (layout.kind === 'native') {
    // In a deflated file the place is counted in the inflated bytes, which are not stored.
    if (layout.frameBytes === undefined) throw new NothingThere(noFrame);
    return [[layout.extent]];
  }
  return Array.from({ length: layout.frames }, (_, at) => {
    const extents = frameExtents(layout, at);
    if (!extents) throw new NothingThere(noFrame);
    return extents;
  });
}

async function* bytesAt(archive: Archive, uid: string, extents: readonly Extent[]): AsyncGenerator<Uint8Array> {
  for (const extent of extents) if (extent.length > 0) yield* await archive.open(uid, extent);
}

async function* eachOf(parts: readonly OutgoingPart[]): AsyncGenerator<OutgoingPart> {
  yield* parts;
}
