/** Viewer and Session in the graph. */
import type { Role } from '@huizhen/platform/access/viewer';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { SignInStep } from '../domain/account.ts';
import { RoleEnum, SignInStepEnum } from './enums.ts';

@ObjectType('Viewer', { description: 'Who is signed in.' })
export class ViewerType {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => String, { description: 'How to address them.' })
  displayName!: string;

  @Field(() => [RoleEnum], { description: 'What they may do.' })
  roles!: readonly Role[];

  institutionId!: string | null;
  practitionerId!: string | null;
  patientId!: string | null;
}

@ObjectType('Session', {
  description: 'What signing in gives: a short access token, and a refresh token that works once.',
})
export class SessionType {
  @Field(() => String, { description: 'Send it as "Authorization: Bearer …", or in connection_init of a WebSocket.' })
  accessToken!: string;

  @Field(() => GraphQLDateTime, { description: 'When the access token ends.' })
  expiresAt!: Date;

  @Field(() => String, {
    description:
      'Exchange it once for the next session; a second use, save by the same attempt at once, ends the session.',
  })
  refreshToken!: string;

  @Field(() => ViewerType, { description: 'Who has signed in; without roles while there are steps to do.' })
  viewer!: ViewerType;

  @Field(() => [SignInStepEnum], { description: 'What to do first, in any order; then sign in again.' })
  stepsToDo!: readonly SignInStep[];
}
