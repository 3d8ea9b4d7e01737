/** The checked-in schema: what each subgraph publishes, the supergraph that the gateway serves, what clients see of it, and what changed since its release. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { changelogWith, releasedChangelog } from './changelog.ts';
import type { Composed } from './compose.ts';
import { graphChanges } from './graph-changes.ts';
import { PublishedGraph } from './published-graph.ts';

const folder = new URL('../../../schema/', import.meta.url);
const SUPERGRAPH = 'supergraph.graphql';
const API = 'api.graphql';
const RELEASED = 'released/supergraph.graphql';
const CHANGELOG = 'CHANGELOG.md';

/** @param path the checked-in one without it */
export function readSupergraph(path?: string): Promise<string> {
  return readFile(path ?? new URL(SUPERGRAPH, folder), 'utf8');
}

async function filesOf(composed: Composed): Promise<Map<string, string>> {
  const files = new Map([...composed.published].map(([name, sdl]) => [`${name}.graphql`, sdl]));
  const api = lexicographicSortSchema(new PublishedGraph(composed.supergraph).schema);
  return files
    .set(SUPERGRAPH, composed.supergraph)
    .set(API, `${printSchema(api)}\n`)
    .set(CHANGELOG, await changelogOf(composed));
}

/** Compared with itself before there is a release. */
async function changelogOf({ supergraph }: Composed): Promise<string> {
  const released = (await readIfThere(RELEASED)) ?? supergraph;
  return changelogWith(graphChanges(released, supergraph), await readIfThere(CHANGELOG));
}

export async function writeSchemaFiles(composed: Composed): Promise<void> {
  for (const [name, text] of await filesOf(composed)) await writeFile(new URL(name, folder), text);
}

/** What is unreleased becomes this version, and later changes are compared with it. Writes all schema files. */
export async function releaseSchema(composed: Composed, version: string, day: string): Promise<void> {
  await writeSchemaFiles(composed);
  await mkdir(new URL('released/', folder), { recursive: true });
  await writeFile(new URL(RELEASED, folder), composed.supergraph);
  const changelog = await readFile(new URL(CHANGELOG, folder), 'utf8');
  await writeFile(new URL(CHANGELOG, folder), releasedChangelog(changelog, version, day));
}

/** Names of the files that no longer say what the code publishes. */
export async function staleSchemaFiles(composed: Composed): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, text] of await filesOf(composed)) {
    if ((await readIfThere(name)) !== text) stale.push(`schema/${name}`);
  }
  return stale;
}

async function readIfThere(name: string): Promise<string | null> {
  return readFile(new URL(name, folder), 'utf8').catch(() => null);
}
