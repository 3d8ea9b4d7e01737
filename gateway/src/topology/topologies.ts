/** The two ways to lay out the same platform. */
export const topologies = ['in-process', 'processes'] as const;
export type Topology = (typeof topologies)[number];
