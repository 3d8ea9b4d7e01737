/** Whom invitations, opinions and timeline entries name. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { ExpertStub } from './expert.stub.ts';
import { InvitationType } from './invitation.type.ts';
import { OpinionType } from './opinion.type.ts';
import { PractitionerStub } from './practitioner.stub.ts';
import { TimelineEntryType } from './timeline-entry.type.ts';

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => ExpertStub, { description: 'Who was asked.' })
  expert(@Root() { expertId }: InvitationType): ExpertStub {
    return { id: expertId };
  }
}

@Resolver(() => OpinionType)
export class OpinionResolver {
  @FieldResolver(() => ExpertStub, { description: 'Who signed.' })
  expert(@Root() { expertId }: OpinionType): ExpertStub {
    return { id: expertId };
  }
}

@Resolver(() => TimelineEntryType)
export class TimelineEntryResolver {
  @FieldResolver(() => PractitionerStub, { nullable: true, description: 'Who did it; null for what a timer did.' })
  @RequiresScope('directory:read')
  by(@Root() { by }: TimelineEntryType): PractitionerStub | null {
    return by === null ? null : { id: by };
  }
}
