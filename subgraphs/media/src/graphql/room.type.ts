/** Room, who is and was inside, and what the server saw of the call. */
import type { Role } from '@huizhen/platform/access/viewer';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RoleEnum } from './enums.ts';

@ObjectType('Room', { description: 'The room of a consultation (会诊室), the same one for every call and rejoin.' })
export class RoomType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'What LiveKit calls it.' })
  name!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the session ended and the room closed for good.' })
  closedAt!: Date | null;

  consultationId!: string;
}

@ObjectType('RoomParticipant', { description: 'Somebody who is inside now.' })
export class RoomParticipantType {
  @Field(() => String, { description: 'Part and opaque id, as livekit-client shows it; never a name.' })
  identity!: string;

  @Field(() => RoleEnum, { description: 'Their part; a coordinator only looks on.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'Inside since.' })
  joinedAt!: Date;
}

@ObjectType('CallSegment', { description: 'One stay of one participant; a rejoin is another one.' })
export class CallSegmentType {
  @Field(() => String, { description: 'Who it was.' })
  identity!: string;

  @Field(() => GraphQLDateTime, { description: 'Came.' })
  joinedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Left; null while inside.' })
  leftAt!: Date | null;

  @Field(() => Int, { description: 'Whole seconds inside, up to now or to the end of the session.' })
  seconds!: number;
}

@ObjectType('CallEvidence', {
  description: 'What the video server itself saw of a call; nobody reports it about themselves.',
})
export class CallEvidenceType {
  @Field(() => Int, {
    description: 'Whole seconds with at least two different parties inside; observers do not count.',
  })
  seconds!: number;

  @Field(() => Int, { description: 'How many different parties were inside.' })
  distinctParticipants!: number;
}
