/** The institutions whose experts may be asked by one institution now. */
import type { DirectoryContext } from '../store/directory.store.ts';

export function agreementsInForce(context: DirectoryContext, requestingInstitutionId: string): Promise<string[]> {
  return context.read(({ institutions }) => institutions.answeringFor(requestingInstitutionId, context.clock.now()));
}
