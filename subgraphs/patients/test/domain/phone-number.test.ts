import { expect, test } from 'vitest';
import { maskPhone, normalizePhone } from '../../src/domain/phone-number.ts';

test.each(['13812345678', '138 1234 5678', '+86 138-1234-5678', '008613812345678', '8613812345678'])(
  '%s is one number',
  (text) => {
    expect(normalizePhone(text)).toBe('13812345678');
  },
);

test('another country’s number is left as it is', () => {
  expect(normalizePhone('+1 (212) 555-0100')).toBe('+12125550100');
});

test.each([
  ['13812345678', '138****5678'],
  ['+8613812345678', '138****5678'],
  ['010-65551234', '*********34'],
  ['12345', '*****'],
  ['', ''],
])('%j is shown as %j', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});
