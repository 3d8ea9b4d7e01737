/** Tells a resident identity number (居民身份证) from a patient's other identifiers. */
import type { FhirIdentifier } from './fhir-elements.ts';

const identitySystem = /sfz|id-?card|identity|resident-?id|2\.16\.156\.10011\.1\.3$/i;
/** any register under China's object identifiers; hospital numbers are there too */
const chineseSystem = /2\.16\.156(\.|$)/;
const identityType = /^(NNCHN|RESIDENT[-_ ]?ID)$/i;
const shape = /^(\d{15}|\d{17}[\dX])$/;

export type IdentityReading = 'identity-number' | 'wrong-check-digit' | 'other';

export function readIdentifier(identifier: FhirIdentifier): IdentityReading {
  const value = normalIdentityNumber(identifier.value);
  if (!shape.test(value)) return 'other';
  if (isNamedIdentity(identifier)) return hasRightCheckDigit(value) ? 'identity-number' : 'wrong-check-digit';
  const looksRight = chineseSystem.test(identifier.system ?? '') && value.length === 18 && hasRightCheckDigit(value);
  return looksRight ? 'identity-number' : 'other';
}

export function normalIdentityNumber(value: string | null | undefined): string {
  return (value ?? '').trim().toUpperCase();
}

function isNamedIdentity({ system, type }: FhirIdentifier): boolean {
  const codes = type?.coding?.map((coding) => coding.code ?? '') ?? [];
  const words = type?.text ?? '';
  return identitySystem.test(system ?? '') || codes.some((code) => identityType.test(code)) || /身份证/.test(words);
}

/** GB 11643 (ISO 7064 MOD 11-2); the 15-digit numbers of before 1999 have no check digit. */
function hasRightCheckDigit(value: string): boolean {
  if (value.length === 15) return true;
  const sum = Array.from(value).reduce(
    (total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - at) % 11),
    0,
  );
  return sum % 11 === 1;
}
