/** QIDO-RS (PS3.18 10.6), within the one study that the token is for. */
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import type { DicomJson } from '../dicom/dicom-json.ts';
import { parseQidoQuery } from '../dicomweb/qido-query.ts';
import { instanceAttributes, seriesAttributes, studyAttributes } from '../dicomweb/qido-response.ts';
import { takesDicomJson } from '../dicomweb/retrieve-accept.ts';
import { NotAcceptable } from '../domain/imaging-errors.ts';
import { storedInstances, storedStudy } from '../queries/stored-instances.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { dicomwebRoute, type DicomwebCall } from './dicomweb-route.ts';
import { instanceSummary, seriesSummary, studySummary } from './summaries.ts';
import { instanceValues, seriesValues, studyValues, type SearchValues } from './search-values.ts';
import { meets } from '../dicomweb/attribute-match.ts';

interface Candidate {
  readonly values: SearchValues;
  attributes(): DicomJson;
}

export const searchRoutes: readonly Route<ImagingContext>[] = [
  dicomwebRoute('/studies', (call) => search(call, studies)),
  dicomwebRoute('/studies/:study/series', (call) => search(call, series)),
  dicomwebRoute('/studies/:study/instances', (call) => search(call, instances)),
  dicomwebRoute('/studies/:study/series/:series/instances', (call) => search(call, instances)),
];

async function search(call: DicomwebCall, find: (call: DicomwebCall) => Promise<Candidate[]>): Promise<Response> {
  const query = parseQidoQuery(new URL(call.request.url).search);
  if (!takesDicomJson(call.request.headers.get('accept') ?? undefined))
    throw new NotAcceptable('application/dicom+json');
  const found = (await find(call)).filter(({ values }) =>
    Object.entries(query.matches).every(([name, match]) => values[name]?.some((value) => meets(match, value))),
  );
  const page = found.slice(query.offset, query.offset + query.limit);
  const headers = new Headers({ 'content-type': 'application/dicom+json' });
  if (query.ignored.length > 0)
    headers.set('warning', '299 huizhen "Some parameters are not searched by and were ignored."');
  return new Response(JSON.stringify(page.map((candidate) => candidate.attributes())), { headers });
}

async function studies({ context, token, root }: DicomwebCall): Promise<Candidate[]> {
  const { study } = await storedStudy(context, token);
  return [{ values: studyValues(study), attributes: () => studyAttributes(root, studySummary(study)) }];
}

async function series({ context, token, root }: DicomwebCall): Promise<Candidate[]> {
  const found = await storedStudy(context, token);
  const ofStudy = studyValues(found.study);
  return found.series.map((one) => ({
    values: { ...ofStudy, ...seriesValues(one) },
    attributes: () => seriesAttributes(root, seriesSummary(one)),
  }));
}

async function instances({ context, token, root, parameters }: DicomwebCall): Promise<Candidate[]> {
  const found = await storedInstances(context, token, { seriesUid: parameters['series'] });
  return found.map((one) => ({
    values: instanceValues(one),
    attributes: () => instanceAttributes(root, instanceSummary(one)),
  }));
}
