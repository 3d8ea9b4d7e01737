/** What a policy answers: yes, or no with a code for the client and a reason for the audit. */
export type RefusalCode = 'FORBIDDEN' | 'NOT_FOUND' | 'CONSENT_REQUIRED' | 'UNAUTHENTICATED' | 'AGREEMENT_REQUIRED';

export type Refusal = { readonly allowed: false; readonly code: RefusalCode; readonly because: string };
export type Decision = { readonly allowed: true } | Refusal;

export const permit: Decision = Object.freeze({ allowed: true });

/** `because` says which rule refuses and what would help, without patient data. */
export function deny(code: RefusalCode, because: string): Refusal {
  return { allowed: false, code, because };
}

/** The first that permits; else the first refusal, so the one that helps the viewer most goes first. Of nothing: refused. */
export function anyOf(...decisions: readonly Decision[]): Decision {
  return decisions.find(({ allowed }) => allowed) ?? decisions[0] ?? deny('FORBIDDEN', 'No rule permits this.');
}

/** The first refusal. Of nothing: refused. */
export function allOf(...decisions: readonly Decision[]): Decision {
  return decisions.find(({ allowed }) => !allowed) ?? decisions[0] ?? deny('FORBIDDEN', 'No rule permits this.');
}
