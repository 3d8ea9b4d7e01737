/** Every workspace there is: a new folder with an index.ts is one, without a word here. */
import type { Workspace } from './workspace.ts';

const found = import.meta.glob<Workspace>('./*/index.ts', { eager: true, import: 'workspace' });

const order = ['REQUESTER', 'EXPERT', 'COORDINATOR', 'PATIENT'];

export const allWorkspaces: readonly Workspace[] = Object.values(found).toSorted(
  (one, other) => order.indexOf(one.role) - order.indexOf(other.role),
);

export function workspacesOf(roles: readonly string[]): readonly Workspace[] {
  return allWorkspaces.filter(({ role }) => roles.includes(role));
}
