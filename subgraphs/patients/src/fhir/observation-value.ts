/** The eleven forms of Observation.value[x] as a number with a unit, or as words. */
import * as z from 'zod';
import { wordsOf } from './coding.ts';
import { conceptElement, dateTimeElement, periodElement, quantityElement, type FhirQuantity } from './fhir-elements.ts';
import type { ObservedValue } from './read-resource.ts';

const text = z.string().nullish();

export const valueElements = {
  valueQuantity: quantityElement.nullish(),
  valueCodeableConcept: conceptElement.nullish(),
  valueString: text,
  valueBoolean: z.boolean().nullish(),
  valueInteger: z.number().nullish(),
  valueRange: z.object({ low: quantityElement.nullish(), high: quantityElement.nullish() }).nullish(),
  valueRatio: z.object({ numerator: quantityElement.nullish(), denominator: quantityElement.nullish() }).nullish(),
  valueTime: text,
  valueDateTime: dateTimeElement.nullish(),
  valuePeriod: periodElement.nullish(),
  dataAbsentReason: conceptElement.nullish(),
};
const observedElements = z.object(valueElements);
type ObservedElements = z.infer<typeof observedElements>;

export function observedValue(observed: ObservedElements): ObservedValue {
  const quantity = observed.valueQuantity;
  if (quantity) return { value: quantity.value ?? null, unit: unitOf(quantity), text: comparedWords(quantity) };
  return { value: observed.valueInteger ?? null, unit: null, text: inWords(observed) };
}

/** The value for people: words, else the number with its unit, without the noise digits of computed values. */
export function shownValue({ value, unit, text: words }: ObservedValue): string | null {
  if (words !== null) return words;
  return value === null ? null : `${Number(value.toPrecision(6))}${unit === null ? '' : ` ${unit}`}`;
}

function inWords(observed: ObservedElements): string | null {
  const { valueRange: range, valueRatio: ratio, valuePeriod: period } = observed;
  if (range) return `${quantityWords(range.low)}–${quantityWords(range.high)}`;
  if (ratio) return `${quantityWords(ratio.numerator)}:${quantityWords(ratio.denominator)}`;
  if (period) return `${period.start?.toISOString() ?? ''}/${period.end?.toISOString() ?? ''}`;
  if (typeof observed.valueBoolean === 'boolean') return String(observed.valueBoolean);
  const plain = observed.valueString || observed.valueTime || observed.valueDateTime?.toISOString();
  return plain || wordsOf(observed.valueCodeableConcept) || wordsOf(observed.dataAbsentReason);
}

/** `<5` is not 5: a quantity with a comparator is also given in words. */
function comparedWords(quantity: FhirQuantity): string | null {
  return quantity.comparator ? `${quantity.comparator}${quantityWords(quantity)}` : null;
}

function quantityWords(quantity: FhirQuantity | null | undefined): string {
  return quantity ? (shownValue({ value: quantity.value ?? null, unit: unitOf(quantity), text: null }) ?? '') : '';
}

function unitOf(quantity: FhirQuantity): string | null {
  return quantity.unit || quantity.code || null;
}
