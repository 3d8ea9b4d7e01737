/** What other subgraphs ask about consultations. */
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { careRelations } from '../queries/care-relations.ts';
import { consultationFacts } from '../queries/consultation-facts.ts';
import { joinPermission } from '../queries/join-permission.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { CareRelationType, ConsultationFactsType, JoinPermissionType } from './between-services.type.ts';

@Resolver()
export class BetweenServicesResolver {
  @Query(() => [CareRelationType], {
    description:
      'Consented consultations through which the viewer has to do with these patients. Between services only.',
  })
  @Directive('@inaccessible')
  careRelations(
    @Ctx() context: ConsultationsContext,
    @Arg('patientIds', () => [ID], { description: 'The patients.' }) patientIds: string[],
  ): Promise<CareRelationType[]> {
    return careRelations(context, patientIds);
  }

  @Query(() => ConsultationFactsType, { nullable: true, description: 'Facts of a consultation. For services only.' })
  @Directive('@inaccessible')
  consultationFacts(
    @Ctx() context: ConsultationsContext,
    @Arg('id', () => ID, { description: 'The consultation.' }) id: string,
  ): Promise<ConsultationFactsType | null> {
    return consultationFacts(context, id);
  }

  @Query(() => JoinPermissionType, {
    nullable: true,
    description:
      'Whether the viewer may enter the session’s room; null when the consultation is not theirs. Between services only.',
  })
  @Directive('@inaccessible')
  mayJoin(
    @Ctx() context: ConsultationsContext,
    @Arg('consultationId', () => ID, { description: 'The consultation.' }) consultationId: string,
  ): Promise<JoinPermissionType | null> {
    return joinPermission(context, consultationId);
  }
}
