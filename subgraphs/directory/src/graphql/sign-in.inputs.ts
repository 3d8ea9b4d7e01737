/** What signing in takes. */
import { Field, InputType } from 'type-graphql';

@InputType('SignInInput', { description: 'Name and password; staff also send a one-time code.' })
export class SignInInput {
  @Field(() => String, { description: 'The account name.' })
  username!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Six digits from the authenticator, where a second factor is enrolled.',
  })
  oneTimeCode?: string | null;
}
