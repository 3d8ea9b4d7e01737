/** Another coordinator of the centre, with an account and a password of their own. */
import { demoId } from '@huizhen/schema/demo-ids';
import { signInAs } from './actor.ts';
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
    const self = await signInAs(clinic.url, username, password);
    await self.run(CHANGE, { input: { currentPassword: password, newPassword: to } });
    password = to;
  };
  const own = 'four words of my own';
  await change(own);
  return { username, password: own, name: '马玉洁', changePassword: change };
}
