/** Phone numbers as they are kept, searched for and shown. */

/** One spelling for one mainland mobile number: digits only, without +86; others keep digits and a leading +. */
export function normalizePhone(text: string): string {
  const digits = text.replaceAll(/[^\d+]/g, '');
  const mobile = /^(?:\+?86|0086)?(1[3-9]\d{9})$/.exec(digits);
  return mobile?.[1] ?? digits;
}

/** 138****5678; of any other number only the last two digits, and of a very short one nothing. */
export function maskPhone(text: string): string {
  const phone = normalizePhone(text);
  if (/^1[3-9]\d{9}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const shown = phone.length >= 7 ? 2 : 0;
  return '*'.repeat(phone.length - shown) + phone.slice(phone.length - shown);
}
