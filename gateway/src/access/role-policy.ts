/** The policies that the gateway can decide by itself: `role:ADMIN` holds for whoever has that role. */
import { roles, type Role } from '@huizhen/platform/access/viewer';

/** @throws when it is none, so that a graph is never served with a rule that nobody keeps. */
export function roleOfPolicy(policy: string): Role {
  const role = roles.find((one) => policy === `role:${one}`);
  if (role === undefined)
    throw new Error(`The gateway cannot decide the policy "${policy}": it knows role:${roles.join(', role:')}.`);
  return role;
}
