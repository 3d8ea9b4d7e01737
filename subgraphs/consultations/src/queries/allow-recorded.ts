/** `allow` for what is decided outside a transaction: the denial is recorded all the same. */
import { allow } from '@huizhen/platform/access/allow';
import type { Decision } from '@huizhen/platform/access/decision';
import type { AuditSubject } from '@huizhen/platform/audit/audit-trail';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export interface Attempt extends AuditSubject {
  /** In the access log, such as 'consultation.create'. */
  readonly name: string;
}

export async function allowRecorded(
  context: ConsultationsContext,
  decision: Decision,
  { name, ...subject }: Attempt,
): Promise<void> {
  if (!decision.allowed) await context.transact(async () => allow(decision, name, subject));
}
