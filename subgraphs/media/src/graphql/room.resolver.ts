/** Joining a room, and who is and was inside. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { joinRoom } from '../actions/join-room.ts';
import { reportNetworkQuality } from '../actions/read-network.ts';
import { segmentSeconds } from '../domain/call-evidence.ts';
import { participantsOf } from '../domain/participants.ts';
import { roomFor } from '../queries/room-for.ts';
import type { MediaContext } from '../store/media.store.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { RoomAccessType, VideoProfileType } from './room-access.type.ts';
import { JoinRoomInput, ReportNetworkQualityInput } from './room.inputs.ts';
import { segmentsOfRoom } from './room.loaders.ts';
import { CallSegmentType, RoomParticipantType, RoomType } from './room.type.ts';

@Resolver(() => RoomType)
export class RoomResolver {
  @Query(() => RoomType, {
    nullable: true,
    description: 'The room of a consultation, for those who have a part in it.',
  })
  @RequiresScope('consultations:read')
  room(
    @Ctx() context: MediaContext,
    @Arg('consultationId', () => ID, { description: 'The consultation.' }) consultationId: string,
  ): Promise<RoomType> {
    return roomFor(context, consultationId);
  }

  @Mutation(() => RoomAccessType, {
    description:
      'A short token for the room, for the requesting side, experts who accepted, the patient, and coordinators who look on.',
  })
  @RequiresScope('consultations:write')
  joinRoom(
    @Ctx() context: MediaContext,
    @Arg('input', () => JoinRoomInput, { description: 'Which consultation, on which line.' }) input: JoinRoomInput,
  ): Promise<RoomAccessType> {
    return joinRoom(context, input);
  }

  @Mutation(() => VideoProfileType, {
    description: 'Tell how good the line is during a call, and learn what the camera may send.',
  })
  @RequiresScope('consultations:write')
  reportNetworkQuality(
    @Ctx() context: MediaContext,
    @Arg('input', () => ReportNetworkQualityInput, { description: 'One reading.' }) input: ReportNetworkQualityInput,
  ): Promise<VideoProfileType> {
    return reportNetworkQuality(context, input);
  }

  @FieldResolver(() => ConsultationStub, { description: 'The consultation that it is for.' })
  consultation(@Root() room: RoomType): ConsultationStub {
    return { id: room.consultationId };
  }

  @FieldResolver(() => [RoomParticipantType], { description: 'Who is inside now.' })
  async participants(@Root() room: RoomType, @Ctx() context: MediaContext): Promise<RoomParticipantType[]> {
    return room.closedAt === null ? participantsOf(await segmentsOfRoom(context).load(room.id)) : [];
  }

  @FieldResolver(() => [CallSegmentType], { description: 'Every stay of everybody, the earliest first.' })
  async segments(@Root() room: RoomType, @Ctx() context: MediaContext): Promise<CallSegmentType[]> {
    const until = room.closedAt ?? context.clock.now();
    const segments = await segmentsOfRoom(context).load(room.id);
    return segments.map((segment) => {
      const { identity, joinedAt, leftAt } = segment;
      return { identity, joinedAt, leftAt, seconds: segmentSeconds(segment, until) };
    });
  }
}
