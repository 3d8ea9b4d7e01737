/** Resident identity numbers (GB 11643-1999): checksum, and the birth date and gender they carry. */
export interface IdentityNumber {
  readonly valid: true;
  /** 18 characters, the check character in upper case. */
  readonly value: string;
  /** GB/T 2260, of the first registration. */
  readonly regionCode: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly gender: 'MALE' | 'FEMALE';
}

/** `because` never repeats the number. */
export interface InvalidIdentityNumber {
  readonly valid: false;
  readonly because: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export function parseIdentityNumber(text: string): IdentityNumber | InvalidIdentityNumber {
  const value = text.trim().toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return invalid('An identity number has 17 digits and a digit or X.');
  if (checkCharacter(value) !== value[17])
    return invalid('The check character does not fit: compare it with the card.');
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDate(birthDate)) return invalid('Its birth date is no day of the calendar: compare it with the card.');
  const gender = Number(value[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { valid: true, value, regionCode: value.slice(0, 6), birthDate, gender };
}

/** 110105********002X; anything that is not 18 characters long is hidden altogether. */
export function maskIdentityNumber(value: string): string {
  return value.length === 18 ? `${value.slice(0, 6)}********${value.slice(14)}` : '*'.repeat(value.length);
}

function checkCharacter(value: string): string | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(value[place]), 0);
  return checkCharacters[sum % 11];
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= '1800';
}

function invalid(because: string): InvalidIdentityNumber {
  return { valid: false, because };
}
