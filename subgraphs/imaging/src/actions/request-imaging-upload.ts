/** A requesting doctor or partner app of the managing institution gets leave to upload a patient's images for half an hour. */
import { allow, found } from '@huizhen/platform/access/allow';
import { z } from 'zod';
import { mayUploadFor } from '../domain/imaging-policy.ts';
import { ConsultationClosed } from '../domain/imaging-errors.ts';
import { isUuid } from '../domain/is-uuid.ts';
import { ticketEndsAt, UploadTicket } from '../domain/upload-ticket.ts';
import { askConsultation } from '../peers/ask-consultation.ts';
import { askInstitutionOfPatient } from '../peers/ask-institution-of-patient.ts';
import type { ImagingContext, ImagingUnit } from '../store/imaging.store.ts';
import { tokenHash } from './token-hash.ts';

export interface UploadWish {
  readonly patientId: string;
  readonly consultationId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface IssuedTicket {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

const action = 'imaging.request-upload';
const closed = ['COMPLETED', 'CANCELLED'];

export async function requestImagingUpload(context: ImagingContext, input: UploadWish): Promise<IssuedTicket> {
  context.signedIn();
  const institutionId = isUuid(input.patientId) ? await askInstitutionOfPatient(context, input.patientId) : null;
  if (institutionId !== null) await checkConsultation(context, input);
  return context.once(
    { name: 'requestImagingUpload', input },
    {
      act: (unit) => issue(context, unit, { input, institutionId }),
      remember: ({ id }) => id,
      remembered: z.string(),
      again: async (unit, id) => issued(unit, found(await unit.tickets.byId(id), action, id)),
    },
  );
}

async function checkConsultation(context: ImagingContext, { patientId, consultationId }: UploadWish): Promise<void> {
  if (consultationId === null || consultationId === undefined) return;
  const consultation = await askConsultation(context, consultationId);
  const theirs = consultation?.patient.id === patientId ? consultation : null;
  const { status } = await context.read(async () => found(theirs, action, consultationId));
  if (closed.includes(status)) throw new ConsultationClosed(status);
}

async function issue(
  context: ImagingContext,
  unit: ImagingUnit,
  { input, institutionId }: { input: UploadWish; institutionId: string | null },
): Promise<IssuedTicket> {
  const viewer = context.signedIn();
  const { patientId, consultationId = null } = input;
  allow(mayUploadFor(viewer, institutionId), action, { id: patientId, patientId: null });
  const id = context.ids.next();
  const createdAt = context.clock.now();
  const row = { id, patientId, consultationId, subject: viewer.subject, createdAt, expiresAt: ticketEndsAt(createdAt) };
  const hash = tokenHash(tokenOf(unit, id));
  const ticket = Object.assign(new UploadTicket(), row, { institutionId, tokenHash: hash });
  await unit.tickets.add(ticket);
  unit.audit.record(action, { id, patientId });
  return issued(unit, ticket);
}

function issued(unit: ImagingUnit, { id, expiresAt }: UploadTicket): IssuedTicket {
  return { id, token: tokenOf(unit, id), expiresAt };
}

/** 256 bits made of the ticket's id with a key of the platform: a retry gets the same token, and none is stored. */
function tokenOf(unit: ImagingUnit, ticketId: string): string {
  return unit.keys.blindIndex('upload_tickets.token', ticketId).toString('base64url');
}
