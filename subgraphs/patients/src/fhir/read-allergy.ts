/** A FHIR AllergyIntolerance: to what, how dangerous, how it showed. */
import * as z from 'zod';
import { codeOf, codingOf, wordsOf } from './coding.ts';
import { annotationsElement, conceptElement, dateTimeElement, periodElement } from './fhir-elements.ts';
import type { JsonObject } from './json-value.ts';
import { readElements } from './read-elements.ts';
import type { AllergyFacts } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';

const allergyElements = z.object({
  clinicalStatus: conceptElement.nullish(),
  verificationStatus: conceptElement.nullish(),
  criticality: z.string().nullish(),
  code: conceptElement,
  onsetDateTime: dateTimeElement.nullish(),
  onsetPeriod: periodElement.nullish(),
  recordedDate: dateTimeElement.nullish(),
  reaction: z.array(z.object({ manifestation: z.array(conceptElement).nullish() })).nullish(),
  note: annotationsElement,
});
type AllergyElements = z.infer<typeof allergyElements>;

export function readAllergy(resource: JsonObject): ReadResult<AllergyFacts> {
  const read = readElements(allergyElements, resource);
  if (!read.ok) return read;
  const allergy = read.kept;
  const code = codingOf(allergy.code);
  if (code === null) return skipped('required element code is empty');
  const verification = codeOf(allergy.verificationStatus);
  return kept({
    resourceType: 'AllergyIntolerance',
    code,
    status: codeOf(allergy.clinicalStatus),
    verification,
    enteredInError: verification === 'entered-in-error',
    criticality: allergy.criticality ?? null,
    effectiveAt: allergy.onsetDateTime ?? allergy.onsetPeriod?.start ?? allergy.recordedDate ?? null,
    endedAt: null,
    text: reactionWords(allergy) ?? allergy.note?.[0]?.text ?? null,
  });
}

function reactionWords({ reaction }: AllergyElements): string | null {
  const words = (reaction ?? []).flatMap((one) => one.manifestation ?? []).flatMap((concept) => wordsOf(concept) ?? []);
  return words.length === 0 ? null : words.join('、');
}
