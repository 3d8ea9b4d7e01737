/** What a client of an earlier supergraph would miss in a later one. */
import { Supergraph } from '@apollo/federation-internals';
import { findBreakingChanges, type GraphQLSchema } from 'graphql';

export function breakingChanges(earlier: string, later: string): string[] {
  return findBreakingChanges(apiSchema(earlier), apiSchema(later)).map(({ description }) => description);
}

/** Only what clients see counts; how the subgraphs share the work is ours to change. */
function apiSchema(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
}

/** Accepted changes stand in schema/breaking-changes.md as list items: "- `Patient.fax was removed.` Nobody asked for it." */
export function acceptedChanges(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^- `([^`]+)`/gm)].map(([, description]) => description ?? ''));
}
