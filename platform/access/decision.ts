/** What a policy answers: yes, or no with the code and the reason that the viewer is told. */
export type Denial = 'FORBIDDEN' | 'NOT_FOUND' | 'CONSENT_REQUIRED' | 'UNAUTHENTICATED' | 'AGREEMENT_REQUIRED';

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: Denial; readonly because: string };

export const permit: Decision = { allowed: true };

export function deny(code: Denial, because: string): Decision {
  return { allowed: false, code, because };
}
