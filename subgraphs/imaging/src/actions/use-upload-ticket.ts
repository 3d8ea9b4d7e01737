/** Whoever bears an upload ticket in time may send images of its patient, in as many requests as needed. */
import { UploadRefused } from '../domain/imaging-errors.ts';
import type { UploadTicket } from '../domain/upload-ticket.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { tokenHash } from './token-hash.ts';

export async function useUploadTicket(context: ImagingContext, token: string | null): Promise<UploadTicket> {
  // Null instead of an error, so that the refusal is committed to the access log.
  const ticket = await context.asService((own) =>
    own.transact(async ({ tickets, audit }) => {
      const found = token === null ? null : await tickets.byHash(tokenHash(token));
      if (found && own.clock.now() < found.expiresAt) return found;
      const subject = { id: found?.id ?? 'unknown ticket', patientId: found?.patientId ?? null };
      audit.deny('imaging.upload', [subject], found ? 'the ticket has expired' : 'no such ticket');
      return null;
    }),
  );
  if (ticket === null) throw new UploadRefused();
  return ticket;
}
