/** The value representations of PS3.5 table 6.2-1: how long their length field is, and what their bytes hold. */

/** `text` is read in the specific character set; `ascii` only ever in the default repertoire. */
type ValueKind = 'ascii' | 'text' | 'number' | 'binary' | 'sequence';

export interface ValueRepresentation {
  readonly name: string;
  readonly kind: ValueKind;
  /** Explicit encodings write a 32-bit length behind two reserved bytes (PS3.5 7.1.2). */
  readonly longLength: boolean;
  /** Bytes per number or binary word; a value's length is a multiple of it. */
  readonly unit: number;
}

const table: readonly ValueRepresentation[] = [
  ...kind('ascii', 1, false, 'AE AS CS DA DS DT IS TM UI'),
  ...kind('ascii', 1, true, 'UR'),
  ...kind('text', 1, false, 'LO LT PN SH ST'),
  ...kind('text', 1, true, 'UC UT'),
  ...kind('number', 2, false, 'SS US'),
  ...kind('number', 4, false, 'AT FL SL UL'),
  ...kind('number', 8, false, 'FD'),
  ...kind('number', 8, true, 'SV UV'),
  ...kind('binary', 1, true, 'OB UN'),
  ...kind('binary', 2, true, 'OW'),
  ...kind('binary', 4, true, 'OF OL'),
  ...kind('binary', 8, true, 'OD OV'),
  ...kind('sequence', 1, true, 'SQ'),
];

function kind(of: ValueKind, unit: number, longLength: boolean, names: string): ValueRepresentation[] {
  return names.split(' ').map((name) => ({ name, kind: of, longLength, unit }));
}

const byName = new Map(table.map((vr) => [vr.name, vr]));

export function findValueRepresentation(name: string): ValueRepresentation | undefined {
  return byName.get(name);
}

export const unknownRepresentation: ValueRepresentation = { name: 'UN', kind: 'binary', longLength: true, unit: 1 };
