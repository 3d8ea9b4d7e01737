/** A person who cannot exist, always the same for the same run. */
import { createHash } from 'node:crypto';

export interface MadeUpPerson {
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly identityNumber: string;
}

const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗梁';
const givenNames = {
  female: ['桂英', '秀珍', '玉兰', '凤英', '淑芬'],
  male: ['建国', '志强', '国庆', '德明', '永福'],
} as const;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** No county has this code (GB/T 2260), so that the number is nobody's although its check character is right. */
const noCounty = '119999';

export function madeUpPerson(runId: string): MadeUpPerson {
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = createHash('sha256').update(runId).digest();
  const gender = one % 2 === 0 ? 'female' : 'male';
  const birthDate = `19${50 + (two % 20)}-0${1 + (three % 9)}-${10 + (four % 19)}`;
  const sequence = (five % 250) * 4 + (gender === 'male' ? 1 : 2);
  return {
    name: `${surnames.charAt(six % surnames.length)}${givenNames[gender][five % 5] ?? ''}`,
    gender,
    birthDate,
    identityNumber: identityNumber(birthDate, sequence),
  };
}

/** GB 11643: region, birth date, an odd sequence for men and an even one for women, and the check character. */
function identityNumber(birthDate: string, sequence: number): string {
  const body = `${noCounty}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
