/** Whoever bears a viewer's token may read its study, as long as the case is open and the patient consents. */
import { ViewingRefused } from '../domain/imaging-errors.ts';
import type { ViewerToken } from '../domain/viewer-token.ts';
import { askConsentInForce } from '../peers/ask-consent-in-force.ts';
import { askConsultationFacts } from '../peers/ask-consultation-facts.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { tokenHash } from './token-hash.ts';

const action = 'imaging.view';

export async function useViewerToken(context: ImagingContext, bearer: string | null): Promise<ViewerToken> {
  const token = await lookUp(context, bearer);
  if (token === null) throw new ViewingRefused();
  if (await stillInvited(context, token)) return token;
  await denied(context, token, 'the invitation, the consultation or the consent has ended');
  throw new ViewingRefused();
}

export function denied(context: ImagingContext, token: ViewerToken, because: string): Promise<void> {
  const objects = [token.id, token.studyUid, `account:${token.subject}`];
  const subjects = objects.map((id) => ({ id, patientId: token.patientId }));
  return context.asService((own) => own.transact(async ({ audit }) => audit.deny(action, subjects, because)));
}

function lookUp(context: ImagingContext, bearer: string | null): Promise<ViewerToken | null> {
  return context.asService((own) =>
    own.transact(async ({ viewerTokens, audit }) => {
      const found = bearer === null ? null : await viewerTokens.byHash(tokenHash(bearer));
      if (found && own.clock.now() < found.expiresAt) return found;
      const subject = { id: found?.id ?? 'unknown token', patientId: found?.patientId ?? null };
      audit.deny(action, [subject], found ? 'the token has expired' : 'no such token');
      return null;
    }),
  );
}

async function stillInvited(context: ImagingContext, token: ViewerToken): Promise<boolean> {
  const { consultationId, practitionerId, patientId } = token;
  if (consultationId === null || practitionerId === null) return true;
  const [facts, consents] = await Promise.all([
    askConsultationFacts(context, consultationId),
    askConsentInForce(context, patientId),
  ]);
  if (facts === null || !consents || facts.status === 'COMPLETED' || facts.status === 'CANCELLED') return false;
  return [...facts.acceptedExpertIds, ...facts.invitedExpertIds].includes(practitionerId);
}
