/** What a type or field of the supergraph demands of its caller, as `@authenticated`, `@requiresScopes` and `@policy` say it. */
import { z } from 'zod';

/** One of these lists in whole. */
type Alternatives = readonly (readonly string[])[];

/** Everything in it must hold. */
export interface Requirement {
  readonly signedIn: boolean;
  readonly scopes: readonly Alternatives[];
  readonly policies: readonly Alternatives[];
}

/** An element of the supergraph, as federation-internals have it. */
export interface Declared {
  readonly appliedDirectives: readonly { readonly name: string; arguments(): Readonly<Record<string, unknown>> }[];
}

const alternatives = z.array(z.array(z.string()));
const requiresScopes = z.object({ scopes: alternatives });
const policy = z.object({ policies: alternatives });

export const nothing: Requirement = { signedIn: false, scopes: [], policies: [] };

export function requirementOf({ appliedDirectives }: Declared): Requirement {
  return allOf(
    appliedDirectives.map((directive) => {
      if (directive.name === 'authenticated') return { ...nothing, signedIn: true };
      if (directive.name === 'requiresScopes')
        return { ...nothing, scopes: [requiresScopes.parse(directive.arguments()).scopes] };
      if (directive.name === 'policy') return { ...nothing, policies: [policy.parse(directive.arguments()).policies] };
      return nothing;
    }),
  );
}

/** The same demand made twice is one. */
export function allOf(requirements: readonly Requirement[]): Requirement {
  return {
    signedIn: requirements.some(({ signedIn }) => signedIn),
    scopes: distinct(requirements.flatMap(({ scopes }) => scopes)),
    policies: distinct(requirements.flatMap(({ policies }) => policies)),
  };
}

export function demandsAnything({ signedIn, scopes, policies }: Requirement): boolean {
  return signedIn || scopes.length > 0 || policies.length > 0;
}

function distinct(demands: readonly Alternatives[]): Alternatives[] {
  return [...new Map(demands.map((demand) => [JSON.stringify(demand), demand])).values()];
}
