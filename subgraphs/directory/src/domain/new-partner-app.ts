/** What an administrator says of a new app, and everything that can be wrong with it. */
import { scopes as known } from '@huizhen/platform/access/scopes';
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';
import { isScope } from './partner-app.ts';

const LONGEST_NAME = 100;

export interface NewPartnerApp {
  readonly name: string;
  readonly institutionId: string | null;
  readonly scopes: readonly string[];
}

/** All faults at once; empty when the app can be registered. */
export function faultsOfNewApp(app: NewPartnerApp, institutionKnown: boolean): FieldFault[] {
  const { name, institutionId, scopes } = app;
  const unknown = scopes.filter((scope) => !isScope(scope));
  const checks: readonly (readonly [boolean, string, string])[] = [
    [name.trim() === '' || name.length > LONGEST_NAME, 'name', `1 to ${LONGEST_NAME} characters`],
    [institutionId !== null && !institutionKnown, 'institutionId', 'is not known'],
    [scopes.length === 0, 'scopes', `at least one of ${known.join(', ')}`],
    [unknown.length > 0, 'scopes', `${unknown.join(', ')} is none of ${known.join(', ')}`],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ path: `input.${field}`, message }] : []));
}
