/** What a client of an earlier supergraph would miss in a later one, or would not be let to have any more. */
import { findBreakingChanges } from 'graphql';
import { tightenedAccess } from './access-changes.ts';
import { PublishedGraph } from './published-graph.ts';

export function breakingChanges(earlier: string, later: string): string[] {
  return breakingChangesBetween(new PublishedGraph(earlier), new PublishedGraph(later));
}

export function breakingChangesBetween(earlier: PublishedGraph, later: PublishedGraph): string[] {
  const missing = findBreakingChanges(earlier.schema, later.schema).map(({ description }) => description);
  return [...missing, ...tightenedAccess(earlier, later)];
}

/** Accepted changes stand in schema/breaking-changes.md as list items: "- `Patient.fax was removed.` Nobody asked for it." */
export function acceptedChanges(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^- `([^`]+)`/gm)].map(([, description]) => description ?? ''));
}
