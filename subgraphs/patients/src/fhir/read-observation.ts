/** A FHIR Observation: one measured or stated value, or a panel with one value per component. */
import * as z from 'zod';
import { codingOf, wordsOf } from './coding.ts';
import { conceptElement, dateTimeElement, periodElement } from './fhir-elements.ts';
import type { JsonObject } from './json-value.ts';
import { observedValue, shownValue, valueElements } from './observation-value.ts';
import { readElements } from './read-elements.ts';
import type { Coding, ObservationComponent, ObservationFacts, ObservedValue } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';

const componentElement = z.object({ code: conceptElement, ...valueElements });
const observationElements = componentElement.extend({
  status: z.string(),
  effectiveDateTime: dateTimeElement.nullish(),
  effectiveInstant: dateTimeElement.nullish(),
  effectivePeriod: periodElement.nullish(),
  issued: dateTimeElement.nullish(),
  component: z.array(componentElement).nullish(),
});
type ObservationElements = z.infer<typeof observationElements>;

export function readObservation(resource: JsonObject): ReadResult<ObservationFacts> {
  const read = readElements(observationElements, resource);
  if (!read.ok) return read;
  const observation = read.kept;
  const code = codingOf(observation.code);
  if (code === null) return skipped('required element code is empty');
  return kept({
    resourceType: 'Observation',
    code,
    status: observation.status,
    enteredInError: observation.status === 'entered-in-error',
    effectiveAt: effectiveAt(observation),
    endedAt: observation.effectivePeriod?.end ?? null,
    ...valuesOf(observation),
  });
}

function effectiveAt({
  effectiveDateTime,
  effectiveInstant,
  effectivePeriod,
  issued,
}: ObservationElements): Date | null {
  return effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start ?? effectivePeriod?.end ?? issued ?? null;
}

function valuesOf(observation: ObservationElements): ObservedValue & { components: ObservationComponent[] } {
  const own = observedValue(observation);
  const components = (observation.component ?? []).flatMap((component) => {
    const code = codingOf(component.code);
    return code === null ? [] : [{ code, ...observedValue(component), name: wordsOf(component.code) ?? code.code }];
  });
  const panel = components.map((component) => `${component.name} ${shownValue(component) ?? '—'}`).join('; ');
  return {
    ...own,
    text: own.text ?? bloodPressureWords(components) ?? (panel === '' ? null : panel),
    components: components.map(({ code, value, unit, text }) => ({ code, value, unit, text })),
  };
}

/** 118/76 mmHg, as everybody writes it. */
function bloodPressureWords(components: readonly ObservationComponent[]): string | null {
  const systolic = components.find(({ code }) => isLoinc(code, '8480-6'));
  const diastolic = components.find(({ code }) => isLoinc(code, '8462-4'));
  if (typeof systolic?.value !== 'number' || typeof diastolic?.value !== 'number') return null;
  const unit = diastolic.unit === 'mm[Hg]' ? 'mmHg' : (diastolic.unit ?? 'mmHg');
  return `${Math.round(systolic.value)}/${Math.round(diastolic.value)} ${unit}`;
}

function isLoinc(code: Coding, number: string): boolean {
  return code.system === 'http://loinc.org' && code.code === number;
}
