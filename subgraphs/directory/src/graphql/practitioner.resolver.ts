/** Practitioners' institutions, and what other subgraphs ask about agreements. */
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { agreementsInForce } from '../queries/agreements-in-force.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { institutionById } from './directory.loaders.ts';
import { InstitutionType, PractitionerType } from './institution.type.ts';

@Resolver(() => PractitionerType)
export class PractitionerResolver {
  @FieldResolver(() => InstitutionType, { description: 'Where they practise.' })
  institution(@Root() practitioner: PractitionerType, @Ctx() context: DirectoryContext) {
    return institutionById(context).load(practitioner.institutionId);
  }

  @Query(() => [ID], {
    description: 'Ids of the institutions whose experts may be asked by this one now. Between services only.',
  })
  @Directive('@inaccessible')
  agreementsInForce(
    @Arg('institutionId', () => ID, { description: 'The requesting institution.' }) institutionId: string,
    @Ctx() context: DirectoryContext,
  ): Promise<string[]> {
    context.signedIn();
    return agreementsInForce(context, institutionId);
  }
}
