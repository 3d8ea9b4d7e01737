/** A FHIR Encounter: what kind of visit, when, and what for. */
import * as z from 'zod';
import { codingOf, toCoding, wordsOf } from './coding.ts';
import { codingElement, conceptElement, periodElement } from './fhir-elements.ts';
import type { JsonObject } from './json-value.ts';
import { readElements } from './read-elements.ts';
import type { Coding, EncounterFacts } from './read-resource.ts';
import { kept, type ReadResult } from './read-result.ts';

const encounterElements = z.object({
  status: z.string(),
  class: codingElement,
  type: z.array(conceptElement).nullish(),
  reasonCode: z.array(conceptElement).nullish(),
  period: periodElement.nullish(),
});
type EncounterElements = z.infer<typeof encounterElements>;

export function readEncounter(resource: JsonObject): ReadResult<EncounterFacts> {
  const read = readElements(encounterElements, resource);
  if (!read.ok) return read;
  const encounter = read.kept;
  return kept({
    resourceType: 'Encounter',
    code: kindOfVisit(encounter),
    status: encounter.status,
    enteredInError: encounter.status === 'entered-in-error',
    effectiveAt: encounter.period?.start ?? null,
    endedAt: encounter.period?.end ?? null,
    text: wordsOf(encounter.reasonCode?.[0] ?? encounter.type?.[0]),
    classCode: encounter.class.code || null,
  });
}

function kindOfVisit({ class: visitClass, type }: EncounterElements): Coding {
  const ofClass = toCoding(visitClass);
  return codingOf(type?.[0]) ?? { ...ofClass, code: ofClass.code || ofClass.display || 'unknown' };
}
