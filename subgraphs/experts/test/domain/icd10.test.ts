import { expect, test } from 'vitest';
import { blocks, chapters } from '../../src/domain/icd10-ranges.ts';
import { closeness, icd10Entry } from '../../src/domain/icd10.ts';

test.each([
  ['I10.x00', 'I10.x00', 'EXACT'],
  ['I10.x', 'I10.x00x002', 'EXACT'],
  ['I10', 'I10', 'EXACT'],
  ['I10', 'I10.x00', 'CATEGORY'],
  ['i10.x01', 'I10.x00', 'CATEGORY'],
  ['I10.x00', 'I10', 'CATEGORY'],
  ['I11.900', 'I10.x00', 'BLOCK'],
  ['I10-I15', 'I10.x00', 'BLOCK'],
  ['I10–I15', 'I13', 'BLOCK'],
  ['I25', 'I10.x00', 'CHAPTER'],
  ['I', 'I10.x00', 'CHAPTER'],
  ['I1', 'I10.x00', 'CHAPTER'],
  ['V01-Y98', 'X60', 'CHAPTER'],
  ['E11', 'I10.x00', 'NONE'],
  ['D48', 'D50', 'NONE'],
  ['E', 'I', 'NONE'],
  ['I20-I30', 'I10-I25', 'CHAPTER'],
  ['H59', 'H60', 'NONE'],
] as const)('expertise %s against disease %s: %s', (expertise, disease, expected) => {
  const [own, asked] = [icd10Entry(expertise), icd10Entry(disease)];
  expect(own && asked && closeness(own, asked)).toBe(expected);
});

test.each(['', '高血压', '10', 'I15-I10', 'I10-'])('%j is no ICD-10 entry', (text) => {
  expect(icd10Entry(text)).toBeNull();
});

test('blocks and chapters are in order, do not overlap, and every block lies in one chapter', () => {
  for (const table of [blocks, chapters]) {
    for (const [index, [from, to]] of table.entries()) {
      expect(from <= to).toBe(true);
      expect((table[index - 1]?.[1] ?? '') < from).toBe(true);
    }
  }
  const homeless = blocks.filter(([from, to]) => !chapters.some(([first, last]) => first <= from && to <= last));
  expect(homeless).toEqual([]);
  expect(chapters).toHaveLength(22);
});
