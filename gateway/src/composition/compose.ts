/** Composes what the subgraphs publish into the supergraph; every fault is told at once. */
import { composeServices } from '@apollo/composition';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { buildSubgraph } from '@huizhen/platform/subgraph/subgraph-schema';
import { parse } from 'graphql';

export interface Composed {
  /** By subgraph. */
  readonly published: ReadonlyMap<string, string>;
  readonly supergraph: string;
}

export class CompositionFailed extends Error {
  constructor(faults: readonly string[]) {
    super(`The subgraphs do not compose:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'CompositionFailed';
  }
}

export async function compose(subgraphs: readonly Subgraph[]): Promise<Composed> {
  const published = new Map<string, string>();
  for (const { name, resolvers, references } of subgraphs) {
    published.set(name, (await buildSubgraph(resolvers, references)).sdl);
  }
  const result = composeServices(
    [...published].map(([name, sdl]) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) })),
  );
  if (result.errors) throw new CompositionFailed(result.errors.map((error) => error.message));
  return { published, supergraph: `${result.supergraphSdl.trim()}\n` };
}
