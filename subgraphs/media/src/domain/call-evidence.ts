/** Proof that a call took place: how long at least two different people were in the room together, and how many came. */
export interface Presence {
  readonly identity: string;
  readonly joinedAt: Date;
  /** null while inside, or when the leaving was never reported. */
  readonly leftAt: Date | null;
}

export interface CallEvidence {
  /** Whole seconds with at least two distinct participants inside. */
  readonly callSeconds: number;
  readonly participants: number;
}

interface Passage {
  readonly identity: string;
  readonly at: number;
  readonly step: 1 | -1;
}

/** `until` closes what is still open: now, or when the room finished. */
export function callEvidence(segments: readonly Presence[], until: Date): CallEvidence {
  const real = segments.filter((segment) => segmentMilliseconds(segment, until) > 0);
  return {
    callSeconds: Math.floor(millisecondsTogether(real, until) / 1000),
    participants: new Set(real.map(({ identity }) => identity)).size,
  };
}

export function segmentSeconds(segment: Presence, until: Date): number {
  return Math.floor(segmentMilliseconds(segment, until) / 1000);
}

function segmentMilliseconds(segment: Presence, until: Date): number {
  return Math.max(0, endOf(segment, until) - segment.joinedAt.getTime());
}

/** A leaving reported after the room finished counts only up to then. */
function endOf({ leftAt }: Presence, until: Date): number {
  return Math.min(leftAt?.getTime() ?? Number.POSITIVE_INFINITY, until.getTime());
}

/** Overlapping segments of one identity (a rejoin beside its ghost) are one person. */
function millisecondsTogether(segments: readonly Presence[], until: Date): number {
  const inside = new Map<string, number>();
  let together = 0;
  let since = 0;
  for (const { identity, at, step } of passages(segments, until)) {
    if (inside.size >= 2) together += at - since;
    since = at;
    const count = (inside.get(identity) ?? 0) + step;
    if (count > 0) inside.set(identity, count);
    else inside.delete(identity);
  }
  return together;
}

function passages(segments: readonly Presence[], until: Date): Passage[] {
  return segments
    .flatMap((segment): Passage[] => [
      { identity: segment.identity, at: segment.joinedAt.getTime(), step: 1 },
      { identity: segment.identity, at: endOf(segment, until), step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
}
