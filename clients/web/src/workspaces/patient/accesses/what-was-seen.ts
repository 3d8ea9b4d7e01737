/** The access log's codes as things that a patient knows: each a key of the words, once, the weightiest first. */
const bySeen = [
  ['changed', /^(patient\.import|imaging\.(upload|request-upload|issue-report)|consent\.(record|withdraw))$/],
  ['identity', /^patient\.read$/],
  ['results', /^record\.read-observation$/],
  ['diagnoses', /^record\.read-condition$/],
  ['medications', /^record\.read-medication$/],
  ['allergies', /^record\.read-allergy$/],
  ['visits', /^record\.read-encounter$/],
  ['images', /^imaging\./],
  ['list', /^consultation\.(list|watch-queue)$/],
  ['consultation', /^consultation\./],
  ['room', /^room\./],
  ['bill', /^(invoice|fee|coverage)\./],
  ['consents', /^consent\./],
  ['account', /^account\./],
] as const;

export type Seen = (typeof bySeen)[number][0] | 'other';

export function whatWasSeen(actions: readonly string[]): readonly Seen[] {
  const seen = new Set(actions.map(seenBy));
  // Who opened a consultation has seen its line in the list as well, which then says nothing more.
  if (seen.has('consultation')) seen.delete('list');
  const order: readonly Seen[] = [...bySeen.map(([name]) => name), 'other'];
  return order.filter((name) => seen.has(name));
}

function seenBy(action: string): Seen {
  return bySeen.find(([, pattern]) => pattern.test(action))?.[0] ?? 'other';
}
