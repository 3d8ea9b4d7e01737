/** A FHIR Condition: a diagnosis or a problem, with its onset and its clinical and verification status. */
import * as z from 'zod';
import { codeOf, codingOf } from './coding.ts';
import { annotationsElement, conceptElement, dateTimeElement, periodElement } from './fhir-elements.ts';
import type { JsonObject } from './json-value.ts';
import { readElements } from './read-elements.ts';
import type { ConditionFacts } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';

const conditionElements = z.object({
  clinicalStatus: conceptElement.nullish(),
  verificationStatus: conceptElement.nullish(),
  code: conceptElement,
  onsetDateTime: dateTimeElement.nullish(),
  onsetPeriod: periodElement.nullish(),
  recordedDate: dateTimeElement.nullish(),
  abatementDateTime: dateTimeElement.nullish(),
  abatementPeriod: periodElement.nullish(),
  note: annotationsElement,
});

export function readCondition(resource: JsonObject): ReadResult<ConditionFacts> {
  const read = readElements(conditionElements, resource);
  if (!read.ok) return read;
  const condition = read.kept;
  const code = codingOf(condition.code);
  if (code === null) return skipped('required element code is empty');
  const verification = codeOf(condition.verificationStatus);
  return kept({
    resourceType: 'Condition',
    code,
    status: codeOf(condition.clinicalStatus),
    verification,
    enteredInError: verification === 'entered-in-error',
    effectiveAt: condition.onsetDateTime ?? condition.onsetPeriod?.start ?? condition.recordedDate ?? null,
    endedAt: condition.abatementDateTime ?? condition.abatementPeriod?.end ?? null,
    text: condition.note?.[0]?.text || condition.code.text || null,
  });
}
