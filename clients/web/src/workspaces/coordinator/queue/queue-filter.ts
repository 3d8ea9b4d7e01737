/** What of the queue is shown; all but the search stands in the address, so that a filtered queue can be sent to a colleague. */
import type { QueueRow } from './queue-state.ts';

export const filterNames = ['institution', 'specialty', 'urgency'] as const;
export type FilterName = (typeof filterNames)[number];
export type QueueFilter = Readonly<Record<FilterName | 'search', string>>;

export function filterIn(address: URLSearchParams, search: string): QueueFilter {
  const of = (name: string) => address.get(name) ?? '';
  return { institution: of('institution'), specialty: of('specialty'), urgency: of('urgency'), search };
}

export function withFilter(address: URLSearchParams, name: FilterName | 'wall', value: string): URLSearchParams {
  const changed = new URLSearchParams(address);
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}

export function passes(row: QueueRow, { institution, specialty, urgency, search }: QueueFilter): boolean {
  return (
    (institution === '' || row.institution.name === institution) &&
    (specialty === '' || row.specialty === specialty) &&
    (urgency === '' || row.urgency === urgency) &&
    textOf(row).includes(search.trim().toLowerCase())
  );
}

/** Kept beside each row, because a search looks through all of them with every letter. */
const texts = new WeakMap<QueueRow, string>();

function textOf(row: QueueRow): string {
  const known = texts.get(row) ?? writeText(row);
  texts.set(row, known);
  return known;
}

function writeText({ number, patient, specialty, institution }: QueueRow): string {
  return `${number} ${patient?.name ?? ''} ${specialty} ${institution.name}`.toLowerCase();
}

/** What there is to choose from, in the queue as it is. */
export function choicesIn(rows: Iterable<QueueRow>): Readonly<Record<'institution' | 'specialty', readonly string[]>> {
  const all = [...rows];
  const sorted = (names: readonly string[]) =>
    [...new Set(names)].toSorted((one, other) => one.localeCompare(other, 'zh'));
  return {
    institution: sorted(all.map((row) => row.institution.name)),
    specialty: sorted(all.map((row) => row.specialty)),
  };
}
