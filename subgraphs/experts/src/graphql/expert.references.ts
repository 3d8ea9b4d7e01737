/** How other subgraphs' mentions of experts are completed. */
import type { ExpertsContext } from '../store/experts.store.ts';
import { readExpert } from './read-expert.ts';

export const expertReferences = {
  Expert: ({ id }: { id: string }, context: ExpertsContext) => readExpert(context, id),
};
