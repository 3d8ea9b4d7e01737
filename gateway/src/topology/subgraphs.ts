/** The table that mounts them all. A process loads only the ones that it runs. */
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';

const table = {
  directory: async () => (await import('@huizhen/directory')).directory,
  experts: async () => (await import('@huizhen/experts')).experts,
  patients: async () => (await import('@huizhen/patients')).patients,
  imaging: async () => (await import('@huizhen/imaging')).imaging,
  consultations: async () => (await import('@huizhen/consultations')).consultations,
  media: async () => (await import('@huizhen/media')).media,
  billing: async () => (await import('@huizhen/billing')).billing,
} satisfies Record<string, () => Promise<Subgraph>>;

export type SubgraphName = keyof typeof table;

/** In the order in which demo data must be laid: who comes later refers to what came before. */
export const subgraphNames = Object.keys(table) as SubgraphName[];

export function isSubgraphName(name: string): name is SubgraphName {
  return Object.hasOwn(table, name);
}

export function loadSubgraph(name: SubgraphName): Promise<Subgraph> {
  return table[name]();
}

export function loadSubgraphs(): Promise<Subgraph[]> {
  return Promise.all(subgraphNames.map(loadSubgraph));
}
