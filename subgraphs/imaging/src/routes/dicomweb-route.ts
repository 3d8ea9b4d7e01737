/** What every DICOMweb route does first: whose token it is, and whether it is for this study. */
import type { Route } from '@huizhen/platform/subgraph/define-subgraph';
import { bearerOf } from '../actions/token-hash.ts';
import { denied, useViewerToken } from '../actions/use-viewer-token.ts';
import { NothingThere } from '../domain/imaging-errors.ts';
import type { ViewerToken } from '../domain/viewer-token.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { orProblem } from './problem.ts';
import { dicomwebRoot } from './public-root.ts';

export interface DicomwebCall {
  readonly context: ImagingContext;
  readonly request: Request;
  readonly parameters: Readonly<Record<string, string>>;
  readonly token: ViewerToken;
  /** Absolute, without a slash at its end. */
  readonly root: string;
}

/** @param path beneath /dicom-web; a study in it is called `:study` */
export function dicomwebRoute(path: string, answer: (call: DicomwebCall) => Promise<Response>): Route<ImagingContext> {
  return {
    method: 'GET',
    path: `/dicom-web${path}`,
    handle: (context, request, parameters) =>
      orProblem(async () => {
        const token = await useViewerToken(context, bearerOf(request));
        const { study = token.studyUid } = parameters;
        if (study !== token.studyUid) {
          await denied(context, token, 'the token is for another study');
          throw new NothingThere();
        }
        const response = await answer({ context, request, parameters, token, root: dicomwebRoot(context, request) });
        response.headers.set('cache-control', 'private, no-store');
        return response;
      }),
  };
}
