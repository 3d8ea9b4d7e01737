/** A FHIR MedicationRequest or MedicationStatement: which drug, since when, how to take it. */
import * as z from 'zod';
import { codingOf } from './coding.ts';
import {
  annotationsElement,
  conceptElement,
  dateTimeElement,
  periodElement,
  referenceElement,
} from './fhir-elements.ts';
import type { JsonObject } from './json-value.ts';
import { readElements } from './read-elements.ts';
import type { Coding, MedicationFacts } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';

const dosages = z.array(z.object({ text: z.string().nullish() })).nullish();
const ofBothTypes = {
  status: z.string(),
  medicationCodeableConcept: conceptElement.nullish(),
  medicationReference: referenceElement.nullish(),
  note: annotationsElement,
};
const requestElements = z.object({ ...ofBothTypes, authoredOn: dateTimeElement.nullish(), dosageInstruction: dosages });
const statementElements = z.object({
  ...ofBothTypes,
  effectiveDateTime: dateTimeElement.nullish(),
  effectivePeriod: periodElement.nullish(),
  dateAsserted: dateTimeElement.nullish(),
  dosage: dosages,
});
type MedicationElements = z.infer<typeof requestElements> | z.infer<typeof statementElements>;

/** Finds the Medication that a reference names, contained in the resource or elsewhere in the bundle. */
export type FindMedication = (reference: string) => JsonObject | undefined;

export function readMedicationRequest(resource: JsonObject, find: FindMedication): ReadResult<MedicationFacts> {
  const read = readElements(requestElements, resource);
  if (!read.ok) return read;
  const code = drugOf(read.kept, find);
  if (code === null) return skipped(skipReasons.noMedication);
  return kept({
    resourceType: 'MedicationRequest',
    code,
    ...statusOf(read.kept),
    effectiveAt: read.kept.authoredOn ?? null,
    endedAt: null,
    text: read.kept.dosageInstruction?.[0]?.text || read.kept.note?.[0]?.text || null,
  });
}

export function readMedicationStatement(resource: JsonObject, find: FindMedication): ReadResult<MedicationFacts> {
  const read = readElements(statementElements, resource);
  if (!read.ok) return read;
  const { effectiveDateTime, effectivePeriod, dateAsserted, dosage, note } = read.kept;
  const code = drugOf(read.kept, find);
  if (code === null) return skipped(skipReasons.noMedication);
  return kept({
    resourceType: 'MedicationStatement',
    code,
    ...statusOf(read.kept),
    effectiveAt: effectiveDateTime ?? effectivePeriod?.start ?? dateAsserted ?? null,
    endedAt: effectivePeriod?.end ?? null,
    text: dosage?.[0]?.text || note?.[0]?.text || null,
  });
}

function statusOf({ status }: MedicationElements): Pick<MedicationFacts, 'status' | 'enteredInError'> {
  return { status, enteredInError: status === 'entered-in-error' };
}

function drugOf(medication: MedicationElements, find: FindMedication): Coding | null {
  const own = codingOf(medication.medicationCodeableConcept);
  if (own !== null) return own;
  const reference = medication.medicationReference;
  const referred = reference?.reference ? find(reference.reference) : undefined;
  const parsed = z.object({ code: conceptElement.nullish() }).safeParse(referred);
  return codingOf(parsed.data?.code) ?? codingOf({ text: reference?.display });
}
