/** How soon an answer is needed. */
export const urgencies = ['ROUTINE', 'URGENT', 'CRITICAL'] as const;
export type Urgency = (typeof urgencies)[number];
