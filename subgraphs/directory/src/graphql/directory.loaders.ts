/** Institutions and practitioners by id, many at once. */
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import type { DirectoryContext } from '../store/directory.store.ts';

export const institutionById = loader((context: DirectoryContext, ids: readonly string[]) =>
  context.read(async ({ institutions }) => inOrderOf(ids, await institutions.byIds(ids), ({ id }) => id)),
);

export const practitionerById = loader((context: DirectoryContext, ids: readonly string[]) =>
  context.read(async ({ practitioners }) => inOrderOf(ids, await practitioners.byIds(ids), ({ id }) => id)),
);
