/** The FHIR R4 data types as far as this platform reads them; unknown elements are passed over, and stay in the raw JSON. */
import * as z from 'zod';
import { isCalendarDay, readDateTime } from './fhir-time.ts';

const text = z.string().nullish();

export const dateTimeElement = z.string().transform((value, check) => {
  const instant = readDateTime(value);
  if (instant !== null) return instant;
  check.addIssue({ code: 'custom', message: 'is not a valid FHIR date' });
  return z.NEVER;
});
export const dayElement = z.string().refine(isCalendarDay, 'is not a whole, existing date (YYYY-MM-DD)');

export const codingElement = z.object({ system: text, code: text, display: text });
export const conceptElement = z.object({ coding: z.array(codingElement).nullish(), text });
export const identifierElement = z.object({ system: text, value: text, type: conceptElement.nullish() });
export const referenceElement = z.object({
  reference: text,
  display: text,
  identifier: z.object({ system: text, value: text }).nullish(),
});
export const periodElement = z.object({ start: dateTimeElement.nullish(), end: dateTimeElement.nullish() });
export const quantityElement = z.object({ value: z.number().nullish(), comparator: text, unit: text, code: text });
export const annotationsElement = z.array(z.object({ text })).nullish();

export type FhirCoding = z.infer<typeof codingElement>;
export type FhirConcept = z.infer<typeof conceptElement>;
export type FhirIdentifier = z.infer<typeof identifierElement>;
export type FhirReference = z.infer<typeof referenceElement>;
export type FhirQuantity = z.infer<typeof quantityElement>;
