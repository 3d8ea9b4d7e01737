/** One visit: the encounter, blood pressure, and the course's own measures on their way from first to last value. */
import type { Encounter, FhirResource, Observation, Quantity, Reference } from 'fhir/r4.js';
import { minutesAfter } from '@huizhen/schema/demo-time';
import type { DemoCourse } from './demo-courses.ts';
import { demoMeasures, type DemoMeasure } from './demo-measures.ts';

export interface DemoVisit {
  readonly course: DemoCourse;
  readonly about: Reference;
  readonly date: Date;
  /** 0 at the first visit, 1 at the last */
  readonly progress: number;
  /** between -1 and 1 */
  readonly noise: () => number;
}

const loinc = 'http://loinc.org';
const ucum = 'http://unitsofmeasure.org';

export function visitResources(visit: DemoVisit): FhirResource[] {
  const { measures } = visit.course;
  const named = Object.entries(demoMeasures).flatMap(([name, measure]) => {
    const range = Object.entries(measures).find(([key]) => key === name)?.[1];
    return range === undefined ? [] : [observed(visit, measure, range)];
  });
  return [encounter(visit), bloodPressure(visit), ...named];
}

function encounter({ course, about, date, progress }: DemoVisit): Encounter {
  const reason = course.conditions[0]?.[1] ?? '';
  return {
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: '门诊' },
    type: [{ text: progress === 0 ? '初诊' : '慢病随访' }],
    subject: about,
    period: { start: date.toISOString(), end: minutesAfter(date, 20).toISOString() },
    reasonCode: [{ text: reason }],
  };
}

function bloodPressure(visit: DemoVisit): Observation {
  const [first, last] = visit.course.bloodPressure;
  const part = (code: string, display: string, at: 0 | 1) => {
    const value = valueAt(visit, [first[at], last[at]], 0);
    return { code: { coding: [{ system: loinc, code, display }] }, valueQuantity: quantity(value, 'mm[Hg]', 'mmHg') };
  };
  return {
    ...observation(visit, { loinc: '85354-9', display: '血压' }),
    component: [part('8480-6', '收缩压', 0), part('8462-4', '舒张压', 1)],
  };
}

function observed(visit: DemoVisit, measure: DemoMeasure, range: readonly [number, number]): Observation {
  const value = valueAt(visit, range, measure.decimals);
  return { ...observation(visit, measure), valueQuantity: quantity(value, measure.unit, measure.unit) };
}

function observation(
  { about, date }: DemoVisit,
  { loinc: code, display }: Pick<DemoMeasure, 'loinc' | 'display'>,
): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: loinc, code, display }], text: display },
    subject: about,
    effectiveDateTime: minutesAfter(date, 5).toISOString(),
  };
}

/** Part of the way from first to last, give or take a tenth of that way. */
function valueAt({ progress, noise }: DemoVisit, [first, last]: readonly [number, number], decimals: number): number {
  const drift = first + (last - first) * progress + ((last - first) / 10) * noise();
  return Number(drift.toFixed(decimals));
}

function quantity(value: number, code: string, unit: string): Quantity {
  return { value, unit, system: ucum, code };
}
