/** What an administrator says of a new account, and everything that can be wrong with it. */
import type { Role } from '@huizhen/platform/access/viewer';
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';
import type { Practitioner } from './practitioner.ts';

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly institutionId: string | null;
  readonly practitionerId: string | null;
  readonly patientId: string | null;
}

/** What the account refers to, as it was found. */
export interface AccountSurroundings {
  readonly usernameTaken: boolean;
  readonly institutionKnown: boolean;
  readonly practitioner: Practitioner | null;
}

const atInstitution: readonly Role[] = ['REQUESTER', 'EXPERT', 'COORDINATOR', 'PHARMACIST', 'FINANCE', 'PARTNER'];
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function isUsername(text: string): boolean {
  return /^[a-z\d][a-z\d._-]{2,63}$/.test(text);
}

/** All faults at once; empty when the account can be created. */
export function faultsOfNewAccount(account: NewAccount, around: AccountSurroundings): FieldFault[] {
  const { roles, institutionId, practitionerId, patientId } = account;
  const has = (role: Role) => roles.includes(role);
  const practitionerFits = around.practitioner !== null && around.practitioner.institutionId === institutionId;
  const checks: readonly (readonly [boolean, string, string])[] = [
    [!isUsername(account.username), 'username', '3 to 64 of a–z, 0–9, dot, dash, underscore'],
    [around.usernameTaken, 'username', 'is taken: choose another'],
    [account.displayName.trim() === '', 'displayName', 'is how people are addressed: fill it in'],
    [account.displayName.length > 100, 'displayName', 'is longer than 100 characters: shorten it'],
    [roles.length === 0, 'roles', 'at least one'],
    // GB/T 22239 level 3: nobody audits their own administration.
    [has('ADMIN') && has('AUDITOR'), 'roles', 'ADMIN and AUDITOR are two people'],
    [
      roles.some((role) => atInstitution.includes(role)) && institutionId === null,
      'institutionId',
      'these roles work at an institution',
    ],
    [institutionId !== null && !around.institutionKnown, 'institutionId', 'is not known'],
    [has('EXPERT') && practitionerId === null, 'practitionerId', 'an expert is a practitioner'],
    [practitionerId !== null && !practitionerFits, 'practitionerId', 'is not known at this institution'],
    [has('PATIENT') !== (patientId !== null), 'patientId', 'belongs to the role PATIENT, and only to it'],
    [patientId !== null && !uuid.test(patientId), 'patientId', 'is not an id'],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ path: `input.${field}`, message }] : []));
}
