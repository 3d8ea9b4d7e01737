/** Whether the caller may come into the room, and in which part: asked as the caller, since the consultation decides it; null when it is not theirs to know. */
import { z } from 'zod';
import type { JoinPermission } from '../domain/room-policy.ts';
import type { MediaContext } from '../store/media.store.ts';

const answer = z.object({
  mayJoin: z.object({ allowed: z.boolean(), role: z.string().nullable(), because: z.string().nullable() }).nullable(),
});

const document = `query MayJoin($consultationId: ID!) { mayJoin(consultationId: $consultationId) { allowed role because } }`;

export async function askMayJoin(context: MediaContext, consultationId: string): Promise<JoinPermission | null> {
  return (await context.ask({ subgraph: 'consultations', document, variables: { consultationId }, answer })).mayJoin;
}
