/** Why an entity cannot be asked for: what its representation requires was lost with an earlier fetch. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Fault } from './fault.ts';
import { objectsIn, own, type JsonObject } from './json.ts';
import type { MissingFields } from './missing-fields.ts';
import type { TypeFamilies } from './type-families.ts';

type Find = (object: JsonObject, missing: MissingFields) => Fault | undefined;

export function blockingFault(requires: readonly QueryPlanSelectionNode[], families: TypeFamilies): Find {
  const finders = requires.map((selection) => finderOf(selection, families));
  return (object, missing) => firstOf(finders, (find) => find(object, missing));
}

function finderOf(selection: QueryPlanSelectionNode, families: TypeFamilies): Find {
  const within = blockingFault(selection.selections ?? [], families);
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name;
    return (object, missing) =>
      missing.of(object, name) ?? firstOf(objectsIn(own(object, name)), (inner) => within(inner, missing));
  }
  const matches = selection.typeCondition === undefined ? () => true : families.matcher(selection.typeCondition, true);
  return (object, missing) => (matches(object) ? within(object, missing) : undefined);
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = find(item);
    if (fault) return fault;
  }
  return undefined;
}
