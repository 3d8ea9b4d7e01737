/** Under which address a client reaches this service. */
import { publicUrl } from '../config.ts';
import type { ImagingContext } from '../store/imaging.store.ts';

/** The setting's, or the one that the request came to. */
export function dicomwebRoot({ settings }: ImagingContext, request: Request): string {
  const root = settings.PUBLIC_URL === undefined ? new URL(request.url).origin : publicUrl(settings);
  return `${root}/dicom-web`;
}
