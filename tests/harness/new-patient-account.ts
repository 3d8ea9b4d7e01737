/** A patient about whom nothing is on record yet, with an account of their own; answers the username, the password is the demo's. */
import { randomUUID } from 'node:crypto';
import { post } from './actor.ts';
import type { Clinic } from './clinic.ts';
import { importPatient } from './main-job.ts';

const PASSWORD = 'huizhen-demo';

interface Created {
  readonly createAccount: { readonly initialPassword: string };
}

export async function newPatientAccount(clinic: Clinic): Promise<string> {
  const patientId = await importPatient(await clinic.as('requester'), bundleOfNothing());
  const username = `patient-${patientId.slice(-8)}`;
  const admin = await clinic.as('admin');
  const { createAccount } = await admin.run<Created>(
    'mutation A($input: CreateAccountInput!) { createAccount(input: $input) { initialPassword } }',
    { input: { username, displayName: '安然', roles: ['PATIENT'], patientId } },
  );
  const accessToken = await tokenOf(clinic, username, createAccount.initialPassword);
  const input = { currentPassword: createAccount.initialPassword, newPassword: PASSWORD };
  const change = 'mutation P($input: ChangePasswordInput!) { changePassword(input: $input) }';
  const { errors } = await post(
    clinic.url,
    { query: change, variables: { input } },
    { authorization: `Bearer ${accessToken}` },
  );
  if (errors) throw new Error(errors[0]?.message);
  return username;
}

async function tokenOf({ url }: Clinic, username: string, password: string): Promise<string> {
  const query = 'mutation S($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const { data, errors } = await post(url, { query, variables: { input: { username, password } } });
  const session = data?.['signIn'] as { accessToken: string } | null | undefined;
  if (!session) throw new Error(errors?.[0]?.message);
  return session.accessToken;
}

function bundleOfNothing(): string {
  const resource = { resourceType: 'Patient', name: [{ text: '安然' }], gender: 'female', birthDate: '1990-05-17' };
  const entry = [{ fullUrl: `urn:uuid:${randomUUID()}`, resource }];
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}
