/** One consultation for whom the policy shows it; not there and not theirs are the same answer. */
import { allow, found } from '@huizhen/platform/access/allow';
import { auditedId } from '../domain/audited-id.ts';
import { mayRead } from '../domain/consultation-policy.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

const name = 'consultation.read';

export function consultationWithId(context: ConsultationsContext, id: string): Promise<Consultation> {
  context.signedIn();
  return context.read(async ({ consultations, audit }) => {
    const [loaded] = await consultations.byIds([id]);
    const consultation = found(loaded, name, auditedId(id));
    allow(mayRead(context.viewer, consultation), name, consultation);
    audit.read(name, [consultation]);
    return consultation;
  });
}
