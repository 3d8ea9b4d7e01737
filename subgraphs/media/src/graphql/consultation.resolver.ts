/** What media adds to a consultation. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { evidenceOfCall } from '../domain/evidence-of-call.ts';
import type { MediaContext } from '../store/media.store.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { roomOfConsultation, segmentsOfRoom } from './room.loaders.ts';
import { CallEvidenceType, RoomType } from './room.type.ts';

@Resolver(() => ConsultationStub)
export class ConsultationResolver {
  @FieldResolver(() => RoomType, { nullable: true, description: 'Its room, from the first acceptance on.' })
  room(@Root() consultation: ConsultationStub, @Ctx() context: MediaContext): Promise<RoomType | null> {
    return roomOfConsultation(context).load(consultation.id);
  }

  @FieldResolver(() => CallEvidenceType, {
    nullable: true,
    description: 'What the video server saw of the call: the evidence that indicators count.',
  })
  async callEvidence(
    @Root() consultation: ConsultationStub,
    @Ctx() context: MediaContext,
  ): Promise<CallEvidenceType | null> {
    const room = await roomOfConsultation(context).load(consultation.id);
    if (room === null) return null;
    const { callSeconds, participants } = evidenceOfCall(
      room,
      await segmentsOfRoom(context).load(room.id),
      context.clock.now(),
    );
    return { seconds: callSeconds, distinctParticipants: participants };
  }
}
