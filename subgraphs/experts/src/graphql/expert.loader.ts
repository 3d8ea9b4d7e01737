/** Experts by id, many at once. */
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import type { ExpertsContext } from '../store/experts.store.ts';

export const expertById = loader((context: ExpertsContext, ids: readonly string[]) =>
  context.read(async ({ experts }) =>
    inOrderOf(ids, await experts.byIds(ids, context.clock.now()), ({ expert }) => expert.id),
  ),
);
