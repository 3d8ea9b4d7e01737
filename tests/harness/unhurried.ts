/** A machine with other things to do is no fault of a subgraph. What the deadlines themselves hold is shown in faults/hostile-subgraph.test.ts. */
export const unhurried = { SUBGRAPH_DEADLINES_MS: '15000', QUERY_DEADLINE_MS: '20000' };
