import { expect, test } from 'vitest';
import { maskIdentityNumber, parseIdentityNumber } from '../../src/domain/identity-number.ts';

test.each([
  ['11010519491231002X', '1949-12-31', 'FEMALE', '110105'],
  ['440524188001010014', '1880-01-01', 'MALE', '440524'],
  [' 11010519491231002x ', '1949-12-31', 'FEMALE', '110105'],
])('%s carries its birth date, gender and region', (text, birthDate, gender, regionCode) => {
  expect(parseIdentityNumber(text)).toMatchObject({ valid: true, birthDate, gender, regionCode });
});

test('any single wrong digit, and any two neighbours swapped, are noticed', () => {
  const right = '440524188001010014';
  for (let place = 0; place < right.length; place += 1) {
    for (const digit of '0123456789'.replace(right.charAt(place), '')) {
      expect(parseIdentityNumber(right.slice(0, place) + digit + right.slice(place + 1)).valid).toBe(false);
    }
    const swapped = right.slice(0, place) + right.charAt(place + 1) + right.charAt(place) + right.slice(place + 2);
    if (swapped !== right) expect(parseIdentityNumber(swapped).valid).toBe(false);
  }
});

test.each([
  ['fifteen digits of the first generation', '110105491231002'],
  ['letters', '1101051949123100AX'],
  ['a thirteenth month', '110105194913310021'],
  ['a 30th of February', '110105194902300020'],
  ['nothing', ''],
])('%s is refused without repeating it', (_fault, text) => {
  const result = parseIdentityNumber(text);
  expect(result.valid).toBe(false);
  if (!result.valid && text !== '') expect(result.because).not.toContain(text);
});

test('it is shown masked', () => {
  expect(maskIdentityNumber('11010519491231002X')).toBe('110105********002X');
  expect(maskIdentityNumber('E12345678')).toBe('*********');
});
