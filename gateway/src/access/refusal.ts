/** Whether a class of callers meets a requirement, and if not, what it is told. */
import { Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import type { AccessClass } from './access-class.ts';
import { demandsAnything, type Requirement } from './requirement.ts';
import { roleOfPolicy } from './role-policy.ts';

export interface Refusal {
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN';
  readonly message: string;
}

/** By coordinate of the field, such as `Patient.name`. */
export type Refused = ReadonlyMap<string, Refusal>;

const signInFirst: Refusal = { code: 'UNAUTHENTICATED', message: new Unauthenticated().message };

export function refusalOf(coordinate: string, requirement: Requirement, caller: AccessClass): Refusal | null {
  if (!demandsAnything(requirement)) return null;
  if (!caller.signedIn) return signInFirst;
  const scopes = caller.isPartnerApp ? requirement.scopes.filter((one) => !holds(one, caller.scopes)) : [];
  if (scopes.length > 0) {
    const lacking = scopes.map((demand) => demand.map((all) => all.filter((one) => !caller.scopes.includes(one))));
    return forbidden(`${coordinate} needs ${needOfScopes(lacking)}: ask for a token that has it.`);
  }
  const policies = requirement.policies.filter((one) => !holds(one.map(rolesOf), caller.roles));
  if (policies.length > 0) return forbidden(`${coordinate} needs ${needOfRoles(policies)}: ask your administrator.`);
  return null;
}

/** Such as "scope patients:read and scope directory:read". */
export function needOfScopes(demands: Requirement['scopes']): string {
  return demands.map((demand) => inWords('scope', demand)).join(' and ');
}

export function needOfRoles(demands: Requirement['policies']): string {
  return demands.map((demand) => inWords('role', demand.map(rolesOf))).join(' and ');
}

function rolesOf(policies: readonly string[]): string[] {
  return policies.map(roleOfPolicy);
}

function holds(alternatives: readonly (readonly string[])[], held: readonly string[]): boolean {
  return alternatives.some((all) => all.every((one) => held.includes(one)));
}

function inWords(kind: 'scope' | 'role', alternatives: readonly (readonly string[])[]): string {
  return alternatives.map((all) => all.map((one) => `${kind} ${one}`).join(' and ')).join(', or ');
}

function forbidden(message: string): Refusal {
  return { code: 'FORBIDDEN', message };
}
