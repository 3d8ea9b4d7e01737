/** Ids from outside may be any text; only UUIDs can stand in a uuid column, so nothing else needs to be looked for. */
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

export function uuidsAmong(ids: readonly string[]): string[] {
  return ids.filter((id) => uuid.test(id));
}
