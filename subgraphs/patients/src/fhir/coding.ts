/** One code out of the several that a FHIR CodeableConcept may carry. */
import type { FhirCoding, FhirConcept } from './fhir-elements.ts';
import type { Coding } from './read-resource.ts';

/** The systems this platform searches by come first: LOINC for observations, ICD-10 for diseases. */
const preferredSystem = /loinc\.org|icd-?10|2\.16\.156\.10011\.2\.3\.3\.11/i;

/** The best code of the concept; a concept of words alone is a code without a system; null when it says nothing. */
export function codingOf(concept: FhirConcept | null | undefined): Coding | null {
  const codings = (concept?.coding ?? []).filter((coding) => coding.code);
  const best = codings.find((coding) => preferredSystem.test(coding.system ?? '')) ?? codings[0];
  const words = concept?.text || null;
  if (best !== undefined) return { ...toCoding(best), display: best.display || words };
  const name = words ?? concept?.coding?.find((coding) => coding.display)?.display;
  return name ? { system: null, code: name, display: name } : null;
}

export function toCoding(coding: FhirCoding): Coding {
  return { system: coding.system || null, code: coding.code ?? '', display: coding.display || null };
}

/** The concept in words for people: its text, else a display, else the bare code. */
export function wordsOf(concept: FhirConcept | null | undefined): string | null {
  const codings = concept?.coding ?? [];
  const shown = codings.find((coding) => coding.display)?.display ?? codings.find((coding) => coding.code)?.code;
  return concept?.text || shown || null;
}

/** The first code, for status elements that are concepts. */
export function codeOf(concept: FhirConcept | null | undefined): string | null {
  return concept?.coding?.find((coding) => coding.code)?.code ?? null;
}
