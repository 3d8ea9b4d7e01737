/** Says in the descriptions of the published schema what access is declared, since introspection shows no directives. */
import type { Schema } from '@apollo/federation-internals';
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { demandBesideItsType } from './access-rules.ts';
import { needOfRoles, needOfScopes } from './refusal.ts';
import { requirementOf, type Requirement } from './requirement.ts';

/** Changes the schema that it is given. */
export function describeAccess(published: GraphQLSchema, supergraph: Schema): void {
  for (const type of [...supergraph.objectTypes(), ...supergraph.interfaceTypes()]) {
    const shown = published.getType(type.name);
    if (!isObjectType(shown) && !isInterfaceType(shown)) continue;
    const fields = shown.getFields();
    say(shown, requirementOf(type));
    for (const field of type.fields()) say(fields[field.name], demandBesideItsType(field));
  }
}

interface Described {
  description?: string | null | undefined;
}

function say(described: Described | undefined, requirement: Requirement): void {
  const needs = needsInWords(requirement);
  if (described && needs !== null) described.description = [described.description, needs].filter(Boolean).join(' ');
}

/** Such as "Needs scope patients:read and scope directory:read."; null where it needs nothing. */
function needsInWords({ signedIn, scopes, policies }: Requirement): string | null {
  const needs = [
    ...(policies.length > 0 ? [needOfRoles(policies)] : []),
    ...(scopes.length > 0 ? [needOfScopes(scopes)] : []),
  ];
  if (needs.length > 0) return `Needs ${needs.join(' and ')}.`;
  return signedIn ? 'Needs sign-in.' : null;
}
