/** The checked-in schema: what each subgraph publishes, and the supergraph that the gateway serves. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Composed } from './compose.ts';

const folder = new URL('../../../schema/', import.meta.url);

export function readSupergraph(): Promise<string> {
  return readFile(new URL('supergraph.graphql', folder), 'utf8');
}

function filesOf(composed: Composed): Map<string, string> {
  const files = new Map([...composed.published].map(([name, sdl]) => [`${name}.graphql`, sdl]));
  return files.set('supergraph.graphql', composed.supergraph);
}

export async function writeSchemaFiles(composed: Composed): Promise<void> {
  for (const [name, text] of filesOf(composed)) await writeFile(new URL(name, folder), text);
}

/** Names of the files that no longer say what the code publishes. */
export async function staleSchemaFiles(composed: Composed): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, text] of filesOf(composed)) {
    const checkedIn = await readFile(new URL(name, folder), 'utf8').catch(() => null);
    if (checkedIn !== text) stale.push(`schema/${name}`);
  }
  return stale;
}
