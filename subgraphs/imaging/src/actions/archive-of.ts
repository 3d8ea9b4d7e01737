/** The archive of this process: a directory beside the platform's other data. */
import { LocalArchive } from '../archive/local-archive.ts';
import { archiveDirectory } from '../config.ts';
import type { ImagingContext } from '../store/imaging.store.ts';

export function archiveOf({ settings, ids }: ImagingContext): LocalArchive {
  return new LocalArchive({
    directory: archiveDirectory(settings),
    maxBytes: settings.MAX_UPLOAD_MEGABYTES * 1024 * 1024,
    newId: () => ids.next(),
  });
}
