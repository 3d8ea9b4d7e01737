/** An expert comes online or goes; matching and everybody who watches know at once. */
import { allow, found } from '@huizhen/platform/access/allow';
import { maySetPresence } from '../domain/expert-policy.ts';
import { expertsInMemory } from '../memory/experts-in-memory.ts';
import type { ExpertsContext } from '../store/experts.store.ts';

const ACTION = 'expert.set-presence';

/** The id of the expert, who is the one signed in. */
export async function setPresence(context: ExpertsContext, online: boolean): Promise<string> {
  const { subject, practitionerId } = context.signedIn();
  const expertId = await context.transact(async (unit) => {
    allow(maySetPresence(context.viewer), ACTION, { id: practitionerId ?? subject, patientId: null });
    const id = found(practitionerId, ACTION, subject);
    const changed = found(await unit.experts.setPresence(id, online, context.clock.now()), ACTION, id);
    unit.audit.record(ACTION, { id, patientId: null });
    if (changed) unit.events.publish('expert.presence-changed', { expertId: id, online });
    return id;
  });
  await expertsInMemory(context).refresh(context, [expertId]);
  return expertId;
}
