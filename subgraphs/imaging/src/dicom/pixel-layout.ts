/** Where each frame's bytes lie in the file, for viewers that fetch single frames (WADO-RS frames). */
import type { Extent } from './data-set.ts';

export type PixelLayout =
  /** `frameBytes` is undefined where frames do not begin on a byte, or the file is deflated. */
  | { kind: 'native'; extent: Extent; frames: number; frameBytes: number | undefined }
  | { kind: 'fragments'; fragments: Extent[]; frameOffsets: number[]; frames: number };

/**
 * The pieces that make up one frame, in order.
 * @param index counted from 0
 * @returns undefined when there is no such frame, or the file does not say where it begins
 */
export function frameExtents(layout: PixelLayout, index: number): Extent[] | undefined {
  if (index < 0 || index >= layout.frames) return undefined;
  if (layout.kind === 'fragments') return fragmentsOfFrame(layout, index);
  const { extent, frameBytes } = layout;
  return frameBytes === undefined ? undefined : [{ offset: extent.offset + index * frameBytes, length: frameBytes }];
}

function fragmentsOfFrame(layout: PixelLayout & { kind: 'fragments' }, index: number): Extent[] | undefined {
  const { fragments, frameOffsets, frames } = layout;
  if (frames === 1) return fragments;
  if (frameOffsets.length > 0) return fragmentsBetween(fragments, frameOffsets[index], frameOffsets[index + 1]);
  return fragments.length === frames ? fragments.slice(index, index + 1) : undefined;
}

/** Offsets count from the first fragment's head (PS3.5 A.4), and all heads have the same size. */
function fragmentsBetween(
  fragments: Extent[],
  from = Number.POSITIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Extent[] {
  const first = fragments[0]?.offset ?? 0;
  return fragments.filter(({ offset }) => offset - first >= from && offset - first < to);
}
