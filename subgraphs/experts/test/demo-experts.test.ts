/** The demo experts are complete enough to be matched. */
import { demoCounts, demoExpertId } from '@huizhen/schema/demo-ids';
import { expect, test } from 'vitest';
import { demoExperts } from '../src/demo/demo-experts.ts';

const experts = demoExperts();

test('fifteen experts over many departments, each with ICD-10 expertise and duty hours', () => {
  expect(experts).toHaveLength(demoCounts.experts);
  expect(new Set(experts.flatMap(({ specialties }) => specialties)).size).toBe(14);
  expect(
    experts.filter(
      ({ expertise }) => expertise.length < 3 || !expertise.every((code) => /^[A-Z]\d\d(\.\d)?$/.test(code)),
    ),
  ).toEqual([]);
  expect(experts.filter(({ schedule }) => schedule.length === 0)).toEqual([]);
  expect(experts.filter((expert) => expert.yearsOfExperience < 3)).toEqual([]);
  expect(new Set(experts.map(({ online }) => online)).size).toBe(2);
});

test('the accounts expert1 and expert2 are online cardiologists for hypertension and coronary disease', () => {
  for (const n of [1, 2]) {
    const expert = experts.find(({ id }) => id === demoExpertId(n));
    expect(expert).toMatchObject({ specialties: ['心血管内科'], online: true });
    expect(expert?.expertise).toEqual(expect.arrayContaining(['I10', 'I25']));
  }
});

test('an expert has the id of the practitioner', () => {
  expect(experts.filter(({ id, practitionerId }) => id !== practitionerId)).toEqual([]);
});

test('a range of codes is spelt out', () => {
  expect(experts[2]?.expertise).toEqual(expect.arrayContaining(['I60', 'I63', 'I69', 'G45']));
});
