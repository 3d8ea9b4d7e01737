/** What a rule of another subgraph needs to know of experts. Between services only. */
import { allow } from '@huizhen/platform/access/allow';
import type { Expert } from '../domain/expert.ts';
import { mayReadProfiles } from '../domain/expert-policy.ts';
import type { ExpertsContext } from '../store/experts.store.ts';

export function expertProfiles(context: ExpertsContext, ids: readonly string[]): Promise<Expert[]> {
  const viewer = context.signedIn();
  return context.read(async ({ experts }) => {
    allow(mayReadProfiles(viewer), 'expert.profiles', { id: viewer.subject, patientId: null });
    return (await experts.byIds(ids, context.clock.now())).map(({ expert }) => expert);
  });
}
