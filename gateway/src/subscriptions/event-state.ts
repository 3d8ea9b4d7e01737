/**
 * Which events tell the whole state of one thing, so that a newer one says everything that an older one did: the live queue's
 * CHANGED, which carries the one consultation as it is. Entering and leaving say more than a state, and are never left out.
 */
import { isEnumType, getNullableType, type GraphQLObjectType } from 'graphql';
import { z } from 'zod';

const CHANGED = 'CHANGED';

const things = z.tuple([z.object({ id: z.string() })]);

/** What else has to be asked for to know it; empty for events of other kinds. */
export function stateSelections(event: GraphQLObjectType, names: { kind: string; of: string }): string {
  const { kind, consultations } = event.getFields();
  const kinds = kind && getNullableType(kind.type);
  if (!consultations || !isEnumType(kinds) || !kinds.getValue(CHANGED)) return '';
  return `${names.kind}: kind ${names.of}: consultations { id }`;
}

/** The one thing whose newest state an event tells; null for any other event. */
export function stateOf(kind: unknown, of: unknown): string | null {
  if (kind !== CHANGED) return null;
  return things.safeParse(of).data?.[0].id ?? null;
}
