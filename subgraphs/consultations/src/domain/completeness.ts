/** The gate at submission: whether an expert could answer this request, with every missing item at once. */
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';
import { serviceKinds, urgencies } from './consultation-status.ts';
import type { ServiceKind, Urgency } from './consultation-status.ts';
import { characters } from './text.ts';

export interface RequestContent {
  readonly kind: ServiceKind;
  readonly urgency: Urgency;
  readonly specialty: string;
  readonly reason: string;
  readonly summary: string;
}

/** What only other parts of the platform know. */
export interface RequestFacts {
  readonly consentInForce: boolean;
  readonly agreementInForce: boolean;
  readonly hasStudy: boolean;
}

/** Shorter texts are not usable: 胸痛 is a reason, but no summary. */
export const minimumCharacters = { specialty: 1, reason: 2, summary: 10 } as const;

const advice = {
  specialty: 'Name the specialty you want an answer from.',
  reason: 'Say why you ask and what for, in at least 2 characters.',
  summary: 'Summarise history, findings and treatment so far, in at least 10 characters.',
} as const;

/** The contract has no separate purpose: kind and reason state it together. */
export function missingItems(request: RequestContent, facts: RequestFacts): FieldFault[] {
  return [...missingTexts(request), ...missingChoices(request), ...missingFacts(request.kind, facts)];
}

function missingTexts(request: RequestContent): FieldFault[] {
  return (['specialty', 'reason', 'summary'] as const)
    .filter((path) => characters(request[path]) < minimumCharacters[path])
    .map((path) => ({ path, message: advice[path] }));
}

function missingChoices({ kind, urgency }: RequestContent): FieldFault[] {
  return [
    ...faultUnless(serviceKinds.includes(kind), 'kind', `Choose one of ${serviceKinds.join(', ')}.`),
    ...faultUnless(urgencies.includes(urgency), 'urgency', `Choose one of ${urgencies.join(', ')}.`),
  ];
}

function missingFacts(kind: ServiceKind, facts: RequestFacts): FieldFault[] {
  return [
    ...faultUnless(facts.consentInForce, 'consent', 'Record the consent to remote consultation with recordConsent.'),
    ...faultUnless(
      facts.agreementInForce,
      'agreement',
      'Your institution has no consultation agreement in force: ask your administrator to renew it.',
    ),
    ...faultUnless(
      kind !== 'DIAGNOSIS' || facts.hasStudy,
      'imagingStudies',
      'A remote diagnosis needs a study: upload one with requestImagingUpload.',
    ),
  ];
}

function faultUnless(holds: boolean, path: string, message: string): FieldFault[] {
  return holds ? [] : [{ path, message }];
}
