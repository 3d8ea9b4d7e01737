/** The phone and the postal address under which a patient is reached today. */
import * as z from 'zod';

const text = z.string().nullish();
export const contactPointElement = z.object({ system: text, value: text, use: text });
export const addressElement = z.object({
  use: text,
  text,
  line: z.array(z.string().nullable()).nullish(),
  city: text,
  district: text,
  state: text,
  postalCode: text,
});
type ContactPoint = z.infer<typeof contactPointElement>;
type Address = z.infer<typeof addressElement>;

/** A mobile number first; numbers out of use never. */
export function phoneOf(points: readonly ContactPoint[]): string | null {
  const phones = points.filter((point) => point.system === 'phone' && point.value && point.use !== 'old');
  return (phones.find((point) => point.use === 'mobile') ?? phones[0])?.value ?? null;
}

export function addressOf(addresses: readonly Address[]): string | null {
  const current = addresses.filter((address) => address.use !== 'old');
  return current.map(oneLine).find((line) => line !== '') ?? null;
}

/** Chinese addresses run from large to small without separators, others from small to large. */
function oneLine({ text: whole, line, city, district, state, postalCode }: Address): string {
  if (whole) return whole;
  const street = (line ?? []).flatMap((part) => part ?? []);
  const fromLarge = [state, city, district, ...street].flatMap((part) => part || []);
  if (/\p{Script=Han}/u.test(fromLarge.join(''))) return fromLarge.join('');
  return [...street, district, city, state, postalCode].flatMap((part) => part || []).join(', ');
}
