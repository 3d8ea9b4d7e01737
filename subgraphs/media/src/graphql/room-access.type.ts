/** What joining a room answers. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('VideoProfile', { description: 'What a camera may send on this line; a voice always goes first.' })
export class VideoProfileType {
  @Field(() => Int, { description: 'The most to send, in kbit/s.' })
  maxBitrateKbps!: number;

  @Field(() => Int, { description: 'Pixels; 0 for voice only.' })
  width!: number;

  @Field(() => Int, { description: 'Pixels; 0 for voice only.' })
  height!: number;

  @Field(() => Int, { description: 'Frames a second; 0 for voice only.' })
  framesPerSecond!: number;

  @Field(() => Boolean, { description: 'The line carries no video now.' })
  audioOnly!: boolean;

  @Field(() => String, { description: 'Why, in Chinese, to be shown during the call.' })
  because!: string;
}

@ObjectType('RoomAccess', { description: 'Everything livekit-client needs to connect.' })
export class RoomAccessType {
  @Field(() => String, { description: 'The LiveKit server, wss://…' })
  url!: string;

  @Field(() => String, { description: 'For this person and this room alone; ask again to rejoin.' })
  token!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when the token opens the room.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'The room’s name on that server.' })
  room!: string;

  @Field(() => VideoProfileType, { description: 'What the camera may send at first.' })
  video!: VideoProfileType;
}
