/** Who may see a bill and settle it: pure functions, deny by default; the row-level security of `invoices` says the same. */
import { deny, permit } from '@huizhen/platform/access/decision';
import type { Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';

/** As much of a bill as its policy looks at. */
export interface GuardedInvoice {
  readonly institutionId: string;
  readonly patientId: string;
  readonly expertIds: readonly string[];
}

const unknown = deny('UNAUTHENTICATED', 'Sign in first.');
const invisible = deny('NOT_FOUND', 'no such invoice, or not theirs to see');
const notFinance = deny('FORBIDDEN', 'Only a finance officer of the institution or of the centre settles an invoice.');

const institutionRoles: readonly Role[] = ['REQUESTER', 'FINANCE', 'PARTNER', 'COORDINATOR'];
const centreRoles: readonly Role[] = ['COORDINATOR', 'FINANCE'];

/** The asking institution, the centre, the patient, and the experts who answered; to others it does not exist. */
export function mayReadInvoice(viewer: Viewer | null, invoice: GuardedInvoice): Decision {
  if (viewer === null) return unknown;
  if (viewer.service !== null) return permit;
  if (worksThere(viewer, invoice, institutionRoles) || worksAtCentre(viewer, centreRoles)) return permit;
  return isPatient(viewer, invoice) || answered(viewer, invoice) ? permit : invisible;
}

export function maySettleInvoice(viewer: Viewer | null, invoice: GuardedInvoice): Decision {
  const readable = mayReadInvoice(viewer, invoice);
  if (viewer === null || !readable.allowed) return readable;
  return worksThere(viewer, invoice, ['FINANCE']) || worksAtCentre(viewer, ['FINANCE']) ? permit : notFinance;
}

/** A quote tells how the patient is insured, so it is for those who would see the bill. */
export function mayQuoteFee(
  viewer: Viewer | null,
  patient: Pick<GuardedInvoice, 'institutionId' | 'patientId'>,
): Decision {
  return mayReadInvoice(viewer, { ...patient, expertIds: [] });
}

function worksThere(viewer: Viewer, { institutionId }: GuardedInvoice, roles: readonly Role[]): boolean {
  return viewer.institutionId === institutionId && holdsOneOf(viewer, roles);
}

function worksAtCentre(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.centre && holdsOneOf(viewer, roles);
}

function isPatient(viewer: Viewer, { patientId }: GuardedInvoice): boolean {
  return viewer.patientId === patientId && viewer.roles.includes('PATIENT');
}

function answered(viewer: Viewer, { expertIds }: GuardedInvoice): boolean {
  const { practitionerId } = viewer;
  return practitionerId !== null && viewer.roles.includes('EXPERT') && expertIds.includes(practitionerId);
}

function holdsOneOf(viewer: Viewer, roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}
