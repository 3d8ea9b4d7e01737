/** Stores the demo studies by the same way as an upload; those that are there already stay as they are. */
import { storeFiles } from '../actions/store-files.ts';
import { ctPhantom } from '../phantom/ct-phantom.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { demoStudies } from './demo-studies.ts';

export async function storeDemoStudies(context: ImagingContext, now: Date): Promise<void> {
  const studies = demoStudies(now);
  const uids = studies.map(({ phantom }) => phantom.studyUid);
  // A phantom is made for its day: on another day its files would differ from the stored ones of the same UID.
  const there = await context.asService((own) => own.read(({ studies: stored }) => stored.owners(uids)));
  for (const { purpose, phantom } of studies) {
    if (there.some(({ uid }) => uid === phantom.studyUid)) continue;
    const { refused } = await storeFiles(context, purpose, filesOf(ctPhantom(phantom)));
    const [first] = refused;
    if (first) throw new Error(`A demo study was not stored: ${first.message}`);
  }
}

async function* filesOf(files: readonly Buffer[]): AsyncGenerator<AsyncIterable<Uint8Array>> {
  for (const file of files) yield wholeOf(file);
}

async function* wholeOf(file: Buffer): AsyncGenerator<Uint8Array> {
  yield file;
}
