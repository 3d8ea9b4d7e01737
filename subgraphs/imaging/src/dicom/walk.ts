/** What a walk through a file carries along, and where the data set being read must end. */
import type { ByteSource } from './byte-source.ts';
import type { StructureLimits } from './structure-limits.ts';
import type { Encoding } from './transfer-syntaxes.ts';

export interface WalkSettings {
  limits: StructureLimits;
  /** Top-level pixel data come as fragments. */
  encapsulated?: boolean;
}

export interface Walk extends WalkSettings {
  source: ByteSource;
  /** Pixel Representation as last read; nested lookup tables refer to that of the image around them. */
  signedPixels: boolean;
  elements: number;
  keptBytes: number;
}

export interface Scope {
  encoding: Encoding;
  depth: number;
  /** Nothing in this scope lies beyond this byte. */
  bound: number;
  /** `bound`: ends exactly there; `delimiter`: at an Item Delimitation; `source`: where the bytes end. */
  endsAt: 'bound' | 'delimiter' | 'source';
}

export function newWalk(source: ByteSource, settings: WalkSettings): Walk {
  return { ...settings, source, signedPixels: false, elements: 0, keptBytes: 0 };
}
