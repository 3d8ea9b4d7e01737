/** How values come out of PostgreSQL: instants as dates, calendar days and intervals as they are written. */
import { TypeOverrides } from 'pg';

const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INTERVAL = 1186;

const written = (text: string) => text;

/** Entities read instants from text themselves. */
export const entityTypes = typesWith(written);
export const rowTypes = typesWith(instantOf);

function typesWith(instant: (text: string) => unknown): TypeOverrides {
  const types = new TypeOverrides();
  for (const oid of [DATE, TIMESTAMP, INTERVAL]) types.setTypeParser(oid, written);
  types.setTypeParser(TIMESTAMPTZ, instant);
  return types;
}

const UTC = '+00';

/** `2026-11-20 08:22:00.123456+00`, which as ISO 8601 is read several times faster than any other way of writing it. */
function instantOf(text: string): Date {
  return text.endsWith(UTC) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -UTC.length)}Z`) : new Date(text);
}
