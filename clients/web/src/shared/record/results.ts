/** Observations as a laboratory sheet: one line for each code, with its newest value, its course and its reference range. */
import type { PatientResultsQuery } from './record.graphql.ts';
import { type Mark, markOf } from './mark-of.ts';
import { type Person, type ReferenceRange, referenceRange } from './reference-ranges.ts';

type Known = NonNullable<PatientResultsQuery['patient']>['record'];
export type Observation = Known['observations']['nodes'][number];

export interface Point {
  readonly at: string;
  readonly value: number;
}

export interface Result {
  readonly code: string;
  readonly name: string;
  /** As the source gave it, in UCUM. */
  readonly unit: string | null;
  /** The newest number, or null where the source gave only words. */
  readonly value: number | null;
  readonly text: string | null;
  readonly at: string | null;
  /** Oldest first. */
  readonly points: readonly Point[];
  readonly range: ReferenceRange | null;
  readonly mark: Mark;
}

type Reading = Pick<Observation, 'code' | 'value' | 'unit' | 'text' | 'effectiveAt'>;

/** Abnormal ones first, and within that in the order in which the record names them. */
export function resultsIn(observations: readonly Observation[], person: Person): readonly Result[] {
  const byCode = Map.groupBy(observations.filter(isTrue).flatMap(readingsOf), ({ code }) => code.code);
  const results = [...byCode.values()].flatMap((readings) => resultOf(readings, person) ?? []);
  return results.toSorted((one, other) => other.mark.length - one.mark.length);
}

/** A result that was taken back is none. */
function isTrue({ status }: Observation): boolean {
  return status !== 'entered-in-error' && status !== 'cancelled';
}

/** A panel such as blood pressure is its parts. */
function readingsOf(observation: Observation): readonly Reading[] {
  const { components, effectiveAt } = observation;
  return components.length > 0 ? components.map((part) => ({ ...part, effectiveAt })) : [observation];
}

function resultOf(readings: readonly Reading[], person: Person): Result | null {
  const ordered = readings.toSorted((one, other) => (one.effectiveAt ?? '').localeCompare(other.effectiveAt ?? ''));
  const newest = ordered.at(-1);
  if (!newest) return null;
  const { code, value, unit, text, effectiveAt } = newest;
  const range = referenceRange(code.code, unit, person);
  // Values in another unit are not on the same line.
  const points = ordered.flatMap((one) =>
    one.value !== null && one.unit === unit && one.effectiveAt !== null
      ? [{ at: one.effectiveAt, value: one.value }]
      : [],
  );
  return {
    code: code.code,
    name: code.display ?? code.code,
    unit,
    value,
    text,
    at: effectiveAt,
    points,
    range,
    mark: value === null ? '' : markOf(value, range),
  };
}
