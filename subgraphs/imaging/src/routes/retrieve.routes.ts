/** WADO-RS (PS3.18 10.4): whole files and their metadata, streamed from the archive as they were stored. */
import { randomUUID } from 'node:crypto';
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import type { Archive } from '../archive/archive.ts';
import { archiveOf } from '../actions/archive-of.ts';
import { withAbsoluteBulkData } from '../dicomweb/absolute-bulk-data.ts';
import { multipartResponse, type OutgoingPart } from '../dicomweb/multipart-response.ts';
import { negotiateRetrieve, takesDicomJson, takesTransferSyntax } from '../dicomweb/retrieve-accept.ts';
import { NotAcceptable } from '../domain/imaging-errors.ts';
import { storedInstances } from '../queries/stored-instances.ts';
import type { IndexedInstance } from '../store/instance.repository.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { dicomwebRoute, type DicomwebCall } from './dicomweb-route.ts';

const places = [
  '/studies/:study',
  '/studies/:study/series/:series',
  '/studies/:study/series/:series/instances/:instance',
];

export const retrieveRoutes: readonly Route<ImagingContext>[] = [
  ...places.map((place) => dicomwebRoute(place, retrieve)),
  ...places.map((place) => dicomwebRoute(`${place}/metadata`, metadata)),
];

async function retrieve(call: DicomwebCall): Promise<Response> {
  const accept = negotiateRetrieve(call.request.headers.get('accept') ?? undefined);
  const offered = 'multipart/related; type="application/dicom", or application/dicom for a single instance';
  if (!accept) throw new NotAcceptable(offered);
  const all = await wanted(call);
  const taken = all.filter(({ transferSyntaxUid }) => takesTransferSyntax(accept, transferSyntaxUid));
  const [first] = taken;
  if (!first || (accept.form === 'single' && all.length > 1)) throw new NotAcceptable(offered);
  const archive = archiveOf(call.context);
  if (accept.form === 'single') {
    return new Response(await archive.open(first.uid), { headers: { 'content-type': typeOf(first) } });
  }
  const { body, contentType } = multipartResponse(partsOf(archive, taken, call.root), randomUUID());
  return new Response(body, {
    status: taken.length < all.length ? 206 : 200,
    headers: { 'content-type': contentType },
  });
}

async function metadata(call: DicomwebCall): Promise<Response> {
  if (!takesDicomJson(call.request.headers.get('accept') ?? undefined))
    throw new NotAcceptable('application/dicom+json');
  const instances = await wanted(call);
  const body = ReadableStream.from(metadataOf(archiveOf(call.context), instances, call.root));
  return new Response(body, { headers: { 'content-type': 'application/dicom+json' } });
}

function wanted({ context, token, parameters }: DicomwebCall): Promise<IndexedInstance[]> {
  return storedInstances(context, token, { seriesUid: parameters['series'], uid: parameters['instance'] });
}

async function* partsOf(
  archive: Archive,
  instances: readonly IndexedInstance[],
  root: string,
): AsyncGenerator<OutgoingPart> {
  for (const instance of instances) {
    const location = instanceUrl(root, instance);
    yield { contentType: typeOf(instance), location, open: () => archive.open(instance.uid) };
  }
}

/** One file's at a time: a study may have thousands. */
async function* metadataOf(
  archive: Archive,
  instances: readonly IndexedInstance[],
  root: string,
): AsyncGenerator<Uint8Array> {
  for (const [at, instance] of instances.entries()) {
    const stored = withAbsoluteBulkData(await archive.metadata(instance.uid), instanceUrl(root, instance));
    yield Buffer.from(`${at === 0 ? '[' : ','}${JSON.stringify(stored)}`);
  }
  yield Buffer.from(']');
}

function typeOf({ transferSyntaxUid }: IndexedInstance): string {
  return `application/dicom; transfer-syntax=${transferSyntaxUid}`;
}

function instanceUrl(root: string, { studyUid, seriesUid, uid }: IndexedInstance): string {
  return `${root}/studies/${studyUid}/series/${seriesUid}/instances/${uid}`;
}
