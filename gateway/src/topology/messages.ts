/** What the supervisor and its processes tell each other. */
import { z } from 'zod';

export const toChild = z.object({ do: z.enum(['refuse-demo-on-real-accounts', 'load-demo']) });
export type ToChild = z.infer<typeof toChild>;

export const fromChild = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready'), port: z.number() }),
  z.object({ said: z.literal('done'), what: toChild.shape.do }),
  z.object({ said: z.literal('failed'), message: z.string() }),
]);
export type FromChild = z.infer<typeof fromChild>;
