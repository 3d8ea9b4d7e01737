/** Builds valid unified social credit codes (GB 32100-2015) for made-up institutions. */

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A public institution (登记管理部门 1, 机构类别 2) of a region (GB/T 2260), by a number of its own. */
export function socialCreditCodeFor(regionCode: string, number: number): string {
  const body = `M${String(number).padStart(7, '0')}`;
  const withoutCheck = `12${regionCode}${body}${organizationCheck(body)}`;
  return `${withoutCheck}${creditCheck(withoutCheck)}`;
}

/** GB 11714: the check character of the nine-character organization code inside the credit code. */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = weights.reduce((total, weight, at) => total + weight * values.indexOf(body.charAt(at)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** GB 32100: weights are the powers of 3 modulo 31. */
function creditCheck(code: string): string {
  const sum = Array.from(code).reduce((total, character, at) => {
    return total + characters.indexOf(character) * (3 ** at % 31);
  }, 0);
  return characters.charAt((31 - (sum % 31)) % 31);
}
