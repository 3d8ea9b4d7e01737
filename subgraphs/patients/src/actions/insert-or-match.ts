/** Inserts what is new; what somebody else has inserted at the same moment is matched, not doubled. */
export interface InsertSteps<Arrival, Known> {
  /** What is there already, by the arrival's source index. */
  known(arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, Known>>;
  /** Inserts, and answers the source indexes of those that really were new. */
  insert(arrivals: readonly Arrival[]): Promise<ReadonlySet<string>>;
}

export interface Settled<Arrival, Known> {
  readonly inserted: readonly Arrival[];
  readonly matched: readonly (readonly [Arrival, Known])[];
}

export async function insertOrMatch<Arrival extends { readonly sourceIndex: string }, Known>(
  arrivals: readonly Arrival[],
  steps: InsertSteps<Arrival, Known>,
): Promise<Settled<Arrival, Known>> {
  const known = await steps.known(arrivals);
  const fresh = arrivals.filter(({ sourceIndex }) => !known.has(sourceIndex));
  const inserted = fresh.length > 0 ? await steps.insert(fresh) : new Set<string>();
  const beaten = fresh.filter(({ sourceIndex }) => !inserted.has(sourceIndex));
  const others = beaten.length > 0 ? await steps.known(beaten) : new Map<string, Known>();
  return {
    inserted: fresh.filter(({ sourceIndex }) => inserted.has(sourceIndex)),
    matched: arrivals.flatMap((arrival) => {
      const match = known.get(arrival.sourceIndex) ?? others.get(arrival.sourceIndex);
      return match === undefined ? [] : [[arrival, match] as const];
    }),
  };
}
