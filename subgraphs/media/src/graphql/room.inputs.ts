/** What joining and measuring take. */
import { Field, ID, InputType } from 'type-graphql';
import type { NetworkQuality } from '../domain/network-line.ts';
import { NetworkQualityEnum } from './enums.ts';

@InputType('JoinRoomInput', { description: 'Which consultation, and how good the line is.' })
export class JoinRoomInput {
  @Field(() => ID, { description: 'The consultation.' })
  consultationId!: string;

  @Field(() => NetworkQualityEnum, { nullable: true, defaultValue: 'GOOD', description: 'How good the line is now.' })
  networkQuality!: NetworkQuality | null;

  @Field(() => String, {
    nullable: true,
    description: 'Not needed: joining again is harmless and answers a fresh token.',
  })
  idempotencyKey?: string | null;
}

@InputType('ReportNetworkQualityInput', { description: 'One reading of the line during a call.' })
export class ReportNetworkQualityInput {
  @Field(() => ID, { description: 'The consultation.' })
  consultationId!: string;

  @Field(() => NetworkQualityEnum, { description: 'How good the line is now.' })
  networkQuality!: NetworkQuality;

  @Field(() => String, { nullable: true, description: 'Not needed: every reading counts.' })
  idempotencyKey?: string | null;
}
