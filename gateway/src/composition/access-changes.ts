/** Where a later graph asks more of its callers than an earlier one did. */
import { needOfRoles, needOfScopes } from '../access/refusal.ts';
import type { Requirement } from '../access/requirement.ts';
import type { PublishedField, PublishedGraph } from './published-graph.ts';

type Alternatives = Requirement['scopes'][number];

/** One thing that is asked of callers, in words: "scope patients:read". */
interface Demand {
  readonly words: string;
  isIn(requirement: Requirement): boolean;
}

/** Such as "Patient.name now needs scope patients:read." A type is named once, and not again with each of its fields. */
export function tightenedAccess(earlier: PublishedGraph, later: PublishedGraph): string[] {
  return changedAccess(earlier, later).map(({ where, what }) => `${where} now needs ${what}.`);
}

export function loosenedAccess(earlier: PublishedGraph, later: PublishedGraph): string[] {
  return changedAccess(later, earlier).map(({ where, what }) => `${where} no longer needs ${what}.`);
}

interface AccessChange {
  readonly where: string;
  readonly what: string;
}

/** A graph that declared nothing was guarded by its subgraphs all the same, so its first declarations change nothing. */
function changedAccess(from: PublishedGraph, to: PublishedGraph): AccessChange[] {
  if (!from.declaresAccess || !to.declaresAccess) return [];
  const changes = [...to.fields.values()].flatMap((field) => {
    const before = from.fields.get(field.coordinate);
    if (!before) return [];
    return demandsOf(field.demand)
      .filter((demand) => !demand.isIn(before.demand))
      .map((demand) => ({ where: placeOf(field, demand), what: demand.words }));
  });
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function placeOf({ coordinate, types }: PublishedField, demand: Demand): string {
  return types.find((type) => demand.isIn(type.demand))?.name ?? coordinate;
}

/** Scopes and roles are for those who are signed in, so signing in is worth a word only by itself. */
function demandsOf({ signedIn, scopes, policies }: Requirement): Demand[] {
  const needsMore = scopes.length > 0 || policies.length > 0;
  const signIn = { words: 'sign-in', isIn: (other: Requirement) => other.signedIn };
  return [
    ...(signedIn && !needsMore ? [signIn] : []),
    ...scopes.map((one) => ({
      words: needOfScopes([one]),
      isIn: (other: Requirement) => follows(one, other.scopes),
    })),
    ...policies.map((one) => ({
      words: needOfRoles([one]),
      isIn: (other: Requirement) => follows(one, other.policies),
    })),
  ];
}

/** Whether whoever meets all the given demands meets this one too. */
function follows(demand: Alternatives, given: readonly Alternatives[]): boolean {
  const waysToMeet = given.reduce<Alternatives>(
    (ways, alternatives) => ways.flatMap((way) => alternatives.map((one) => [...way, ...one])),
    [[]],
  );
  return waysToMeet.every((way) => demand.some((one) => one.every((name) => way.includes(name))));
}
