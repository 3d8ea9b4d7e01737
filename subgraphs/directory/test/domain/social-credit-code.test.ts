import { expect, test } from 'vitest';
import { parseSocialCreditCode } from '../../src/domain/social-credit-code.ts';

const right = '91350100M000100Y43';

test.each([right, ` ${right.toLowerCase()} `])('%s is valid and carries its region', (text) => {
  expect(parseSocialCreditCode(text)).toEqual({ valid: true, value: right, regionCode: '350100' });
});

test('any single wrong character is noticed', () => {
  for (let place = 0; place < right.length; place += 1) {
    for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY'.replace(right.charAt(place), '')) {
      expect(parseSocialCreditCode(right.slice(0, place) + character + right.slice(place + 1)).valid).toBe(false);
    }
  }
});

test.each([
  ['too short', '91350100M000100Y4', '18 characters'],
  ['a letter that is not used', '91350100I000100Y43', 'without I, O, S, V and Z'],
  ['a wrong last character', '91350100M000100Y44', 'last character'],
])('%s is refused with what to do', (_fault, text, words) => {
  expect(parseSocialCreditCode(text)).toMatchObject({ valid: false, because: expect.stringContaining(words) });
});

test('a code whose own check fits but not the organisation code inside is refused', () => {
  const parsed = checkCharactersFor('91350100M000100Y5').map(parseSocialCreditCode);
  const fitting = parsed.filter((result) => !result.valid && result.because.includes('organisation code'));
  expect(fitting).toHaveLength(1);
});

function checkCharactersFor(body: string): string[] {
  return Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY', (check) => body + check);
}
