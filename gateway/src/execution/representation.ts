/** What a subgraph must know of an entity to recognise it: the plan's `requires`, read from the data that is there. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, own, type JsonObject } from './json.ts';
import { merge } from './merge.ts';
import type { TypeFamilies } from './type-families.ts';

/** Null when something that is required has not been fetched. */
export type Represent = (entity: JsonObject) => JsonObject | null;

/** Adds its part to the representation; false when that part is not there. */
type Part = (entity: JsonObject, representation: JsonObject) => boolean;

export function compileRequires(requires: readonly QueryPlanSelectionNode[], families: TypeFamilies): Represent {
  const parts = requires.map((selection) => compilePart(selection, families));
  return (entity) => {
    const representation: JsonObject = Object.create(null);
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

function compilePart(selection: QueryPlanSelectionNode, families: TypeFamilies): Part {
  const represent = selection.selections && compileRequires(selection.selections, families);
  if (selection.kind === 'Field') return field(selection.alias ?? selection.name, represent ?? null);
  const { typeCondition } = selection;
  const matches = typeCondition === undefined ? () => true : families.matcher(typeCondition, false);
  return (entity, representation) => {
    const inner = matches(entity) ? represent?.(entity) : null;
    // A type of which something is missing leaves the rest to say who this is.
    if (inner) merge(representation, inner);
    return true;
  };
}

function field(name: string, represent: Represent | null): Part {
  return (entity, representation) => {
    const value = own(entity, name);
    if (value === undefined) return false;
    representation[name] = represent ? each(value, represent) : value;
    return true;
  };
}

function each(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => each(item, represent));
  return isObject(value) ? represent(value) : null;
}
