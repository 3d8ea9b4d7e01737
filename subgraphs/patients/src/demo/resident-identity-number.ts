/** Builds valid resident identity numbers (GB 11643-1999) for made-up people. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export interface IdentityParts {
  /** GB/T 2260 */
  readonly regionCode: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** 1–499: the how-manieth of that place and day */
  readonly order: number;
  readonly gender: 'male' | 'female';
}

/** The sequence number is odd for men and even for women. */
export function residentIdentityNumber({ regionCode, birthDate, order, gender }: IdentityParts): string {
  const sequence = String(order * 2 + (gender === 'male' ? 1 : 0)).padStart(3, '0');
  const body = `${regionCode}${birthDate.replaceAll('-', '')}${sequence}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
