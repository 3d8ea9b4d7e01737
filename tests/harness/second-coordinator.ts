/** Another coordinator of the centre, with an account and a password of their own. */
import { demoId } from '@huizhen/schema/demo-ids';
import { post } from './actor.ts';
import type { Clinic } from './clinic.ts';

export interface SecondCoordinator {
  readonly username: string;
  readonly password: string;
  /** As the timeline calls them. */
  readonly name: string;
  /** From elsewhere: every session of theirs ends on the server. */
  changePassword(to: string): Promise<void>;
}

const CREATE = 'mutation Create($input: CreateAccountInput!) { createAccount(input: $input) { initialPassword } }';
const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }';
const CHANGE = 'mutation Change($input: ChangePasswordInput!) { changePassword(input: $input) }';

export async function secondCoordinator(clinic: Clinic): Promise<SecondCoordinator> {
  const admin = await clinic.as('admin');
  const username = 'coordinator2';
  const { createAccount } = await admin.run<{ createAccount: { initialPassword: string } }>(CREATE, {
    input: {
      username,
      displayName: '调度员 马玉洁',
      roles: ['COORDINATOR'],
      institutionId: demoId('institution', 12),
      practitionerId: demoId('practitioner', 24),
    },
  });
  let password = createAccount.initialPassword;
  const change = async (to: string) => {
    const { data } = await post(clinic.url, { query: SIGN_IN, variables: { input: { username, password } } });
    const { accessToken } = data?.['signIn'] as { accessToken: string };
    const input = { currentPassword: password, newPassword: to };
    const authorization = `Bearer ${accessToken}`;
    const answer = await post(clinic.url, { query: CHANGE, variables: { input } }, { authorization });
    if (answer.errors) throw new Error(answer.errors[0]?.message);
    password = to;
  };
  const own = 'four words of my own';
  await change(own);
  return { username, password: own, name: '马玉洁', changePassword: change };
}
