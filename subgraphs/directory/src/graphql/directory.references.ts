/** How other subgraphs' mentions of institutions and practitioners are completed. */
import type { DirectoryContext } from '../store/directory.store.ts';
import { institutionById, practitionerById } from './directory.loaders.ts';

export const directoryReferences = {
  Institution: (reference: { id: string }, context: DirectoryContext) => institutionById(context).load(reference.id),
  Practitioner: (reference: { id: string }, context: DirectoryContext) => practitionerById(context).load(reference.id),
};
