/** Whether the viewer may enter the session's room now; null when the consultation is not there or not theirs to see. */
import { mayRead } from '../domain/consultation-policy.ts';
import { mayJoin, type JoinPermission } from '../domain/join-policy.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export function joinPermission(context: ConsultationsContext, id: string): Promise<JoinPermission | null> {
  const viewer = context.signedIn();
  return context.read(async ({ consultations }) => {
    const [consultation] = await consultations.byIds([id]);
    if (consultation === undefined || !mayRead(viewer, consultation).allowed) return null;
    return mayJoin(viewer, consultation);
  });
}
