/** Data Set Trailing Padding (FFFC,FFFC) means nothing, so not much may hide in it. */
import type { ElementHeader } from './element-header.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import type { Walk } from './walk.ts';

const step = 64 * 1024;
/** Files that are or once were TIFF as well keep a directory of a few hundred bytes here (PS3.10 7.1). */
const longestDirectory = 4096;

export async function readTrailingPadding(walk: Walk, header: ElementHeader): Promise<void> {
  let left = header.length;
  if (left === undefined) throw new MalformedDicom('LENGTH', 'an undefined length is not allowed here', header);
  if (left <= longestDirectory) return walk.source.skip(left);
  while (left > 0) {
    const bytes = await walk.source.read(Math.min(left, step));
    if (bytes.some((byte) => byte !== 0)) {
      throw new MalformedDicom('TRAILING_BYTES', 'the padding holds something other than zeros', header);
    }
    left -= bytes.length;
  }
}
