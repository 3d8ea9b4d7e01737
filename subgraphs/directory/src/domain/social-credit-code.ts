/** Unified social credit codes (GB 32100-2015): an institution's identity, with a check of its own and of the code inside it. */
export interface InvalidSocialCreditCode {
  readonly valid: false;
  readonly because: string;
}

export interface SocialCreditCode {
  readonly valid: true;
  /** 18 characters, upper case. */
  readonly value: string;
  /** GB/T 2260. */
  readonly regionCode: string;
}

/** Without I, O, S, V and Z, which look like digits or each other. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The organisation code (GB 11714) at places 9 to 17 counts letters from A = 10 and checks modulo 11. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

export function parseSocialCreditCode(text: string): SocialCreditCode | InvalidSocialCreditCode {
  const value = text.trim().toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) {
    return invalid('A social credit code has 18 characters: digits and capitals without I, O, S, V and Z.');
  }
  if (value[17] !== checkCharacter(value))
    return invalid('The last character does not fit: compare it with the licence.');
  if (value[16] !== organisationCheck(value.slice(8, 16))) {
    return invalid('The organisation code in it (characters 9 to 17) does not fit: compare it with the licence.');
  }
  return { valid: true, value, regionCode: value.slice(2, 8) };
}

function checkCharacter(value: string): string | undefined {
  return alphabet[(31 - (weighted(value, alphabet, weights) % 31)) % 31];
}

function organisationCheck(body: string): string | undefined {
  return '0123456789X'[(11 - (weighted(body, organisationAlphabet, organisationWeights) % 11)) % 11];
}

function weighted(text: string, values: string, by: readonly number[]): number {
  return by.reduce((sum, weight, place) => sum + weight * values.indexOf(text.charAt(place)), 0);
}

function invalid(because: string): InvalidSocialCreditCode {
  return { valid: false, because };
}
