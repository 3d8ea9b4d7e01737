/** Terms are found as people look for them. */
import { expect, test } from 'vitest';
import { diseases } from '../src/shared/terms/diseases.ts';
import { findTerms } from '../src/shared/terms/find-terms.ts';
import { readingsOf } from '../src/shared/terms/readings.ts';
import { specialties } from '../src/shared/terms/specialties.ts';

const readings = new Map([...(await readingsOf(specialties)), ...(await readingsOf(diseases))]);
const first = (terms: typeof diseases, asked: string) => findTerms(terms, asked, { readings, most: 8 })[0]?.value;

test.each([
  ['心血管', '心血管内科'],
  ['xxgnk', '心血管内科'],
  ['xinxueguan', '心血管内科'],
  ['Card', '心血管内科'],
  ['sjnk', '神经内科'],
])('the specialty for %s is %s', (asked, wanted) => {
  expect(first(specialties, asked)).toBe(wanted);
});

test.each([
  ['高血压', 'I11'],
  ['原发性高血压', 'I10'],
  ['yfxgxy', 'I10'],
  ['i10', 'I10'],
  ['I25.1', 'I25'],
  ['xinlishuaijie', 'I50'],
  ['heart failure', 'I50'],
  ['tnb', 'E14'],
])('the category for %s is %s', (asked, wanted) => {
  expect(first(diseases, asked)).toBe(wanted);
});

test('names and codes are found before the dictionary is there', () => {
  expect(findTerms(diseases, '哮喘', { readings: null, most: 8 })[0]?.value).toBe('J45');
});

test('each code stands once, as ICD-10 writes it', () => {
  const codes = diseases.map(({ value }) => value);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^[A-Z]\d{2}$/.test(code))).toBe(true);
  expect([...diseases, ...specialties].every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
});
