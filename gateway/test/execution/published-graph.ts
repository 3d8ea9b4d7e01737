/** The platform's own supergraph, as it is published. */
import { readFileSync } from 'node:fs';
import { graphUnderTest, type GraphUnderTest } from './graph-under-test.ts';

const names = ['directory', 'patients', 'experts', 'consultations', 'imaging', 'media', 'billing'];

export function publishedGraph(): GraphUnderTest {
  const subgraphs = new Map(names.map((name) => [name, schemaFile(name)]));
  return graphUnderTest('the platform', { supergraphSdl: schemaFile('supergraph'), subgraphs });
}

function schemaFile(name: string): string {
  return readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8');
}
