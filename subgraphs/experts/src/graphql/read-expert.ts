/** One expert for whoever is signed in; null where there is none. The query and the reference are the same. */
import { allow } from '@huizhen/platform/access/allow';
import { mayReadExperts } from '../domain/expert-policy.ts';
import type { ExpertsContext } from '../store/experts.store.ts';
import { expertById } from './expert.loader.ts';
import { expertType, type ExpertType } from './expert.type.ts';

export async function readExpert(context: ExpertsContext, id: string): Promise<ExpertType | null> {
  allow(mayReadExperts(context.viewer), 'expert.read', { id, patientId: null });
  const found = await expertById(context).load(id);
  return found && expertType(found, context.clock.now());
}
