/** The live streams. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import { found } from '@huizhen/platform/access/allow';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { followConsultation, type ConsultationChange, type Following } from '../queries/follow-consultation.ts';
import { followQueue, type QueueEvent, type Watching } from '../queries/follow-queue.ts';
import { timelineEntryById, waitingIn } from './consultation.loaders.ts';
import { ConsultationEventType, QueueEventType, QueueFilterInput } from './live.type.ts';
import { TimelineEntryType } from './timeline-entry.type.ts';

interface Call<Args> {
  readonly args: Args;
  readonly context: ConsultationsContext;
}

const AFTER = 'The cursor of the last event that you received.';

@Resolver(() => ConsultationEventType)
export class ConsultationEventResolver {
  @Subscription(() => ConsultationEventType, {
    description: 'Every change of one consultation from now on, or after a cursor.',
    subscribe: ({ context, args }: Call<Following>) => followConsultation(context, args),
  })
  @RequiresScope('consultations:read')
  consultationChanged(
    @Root() change: ConsultationChange,
    @Arg('id', () => ID, { description: 'The consultation.' }) _id: string,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): ConsultationEventType {
    return change;
  }

  @FieldResolver(() => TimelineEntryType, { description: 'What has happened.' })
  async change(
    @Root() { timelineEntryId }: ConsultationEventType,
    @Ctx() context: ConsultationsContext,
  ): Promise<TimelineEntryType> {
    return found(await timelineEntryById(context).load(timelineEntryId), 'consultation.follow', timelineEntryId);
  }
}

@Resolver(() => QueueEventType)
export class QueueEventResolver {
  @Subscription(() => QueueEventType, {
    description: 'One live queue: everything that you may see of it, then each change.',
    subscribe: ({ context, args }: Call<{ filter?: Watching['filter'] | null; after?: string | null }>) =>
      followQueue(context, { filter: args.filter ?? {}, after: args.after }),
  })
  @RequiresScope('consultations:read')
  consultationQueue(
    @Root() event: QueueEvent,
    @Arg('filter', () => QueueFilterInput, { nullable: true, description: 'Which part of it.' })
    _filter?: QueueFilterInput | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): QueueEventType {
    return event;
  }

  @FieldResolver(() => Int, { description: 'How many requests of this part still wait for an expert.' })
  async waiting(@Root() event: QueueEventType, @Ctx() context: ConsultationsContext): Promise<number> {
    return (await waitingIn(context, event)).waiting;
  }

  @FieldResolver(() => Int, { description: 'How long the longest of them has waited since it was submitted.' })
  async longestWaitSeconds(@Root() event: QueueEventType, @Ctx() context: ConsultationsContext): Promise<number> {
    return (await waitingIn(context, event)).seconds;
  }
}
