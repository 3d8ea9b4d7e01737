/** One display name out of FHIR's list of names. */
import * as z from 'zod';

export const humanNameElement = z.object({
  use: z.string().nullish(),
  text: z.string().nullish(),
  family: z.string().nullish(),
  given: z.array(z.string().nullable()).nullish(),
});
type HumanName = z.infer<typeof humanNameElement>;

const order = ['official', 'usual', undefined, 'temp', 'anonymous', 'nickname', 'maiden', 'old'];

/** The official name first; null when no name says anything. */
export function displayName(names: readonly HumanName[]): string | null {
  const ranked = names.toSorted((left, right) => rank(left) - rank(right));
  return ranked.map(wholeName).find((name) => name !== '') ?? null;
}

function rank(name: HumanName): number {
  const place = order.indexOf(name.use ?? undefined);
  return place === -1 ? order.length : place;
}

/** Chinese names run family first without a space; others given names first. */
function wholeName({ text, family, given }: HumanName): string {
  if (text?.trim()) return text.trim();
  const givenNames = (given ?? []).flatMap((name) => name?.trim() || []);
  const familyName = family?.trim() ?? '';
  if (/\p{Script=Han}/u.test(familyName + givenNames.join(''))) return [familyName, ...givenNames].join('');
  return [...givenNames, familyName].filter((part) => part !== '').join(' ');
}
