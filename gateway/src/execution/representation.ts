/** What a subgraph must know of an entity to recognise it: the plan's `requires`, read from the data that is there. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, own, type JsonObject } from './json.ts';
import { merge } from './merge.ts';
import type { TypeFamilies } from './type-families.ts';

export interface Representation {
  readonly entity: JsonObject;
  /** The same text for equal entities. */
  readonly key: string;
}

/** Null when something that is required has not been fetched. */
export type Represent = (object: JsonObject) => Representation | null;

/** Adds its part to the entity and tells the part's key; null when the part is not there. */
type Part = (object: JsonObject, entity: JsonObject) => string | null;

export function compileRequires(requires: readonly QueryPlanSelectionNode[], families: TypeFamilies): Represent {
  const parts = requires.map((selection) => compilePart(selection, families));
  return (object) => {
    const entity: JsonObject = {};
    let key = '';
    for (const part of parts) {
      const text = part(object, entity);
      if (text === null) return null;
      key += text;
    }
    return { entity, key };
  };
}

function compilePart(selection: QueryPlanSelectionNode, families: TypeFamilies): Part {
  const represent = selection.selections && compileRequires(selection.selections, families);
  if (selection.kind === 'Field') return field(selection.alias ?? selection.name, represent ?? null);
  const { typeCondition } = selection;
  const matches = typeCondition === undefined ? () => true : families.matcher(typeCondition, false);
  return (object, entity) => {
    const inner = matches(object) ? represent?.(object) : null;
    // A type of which something is missing leaves the rest to say who this is.
    if (!inner) return '-';
    merge(entity, inner.entity);
    return inner.key;
  };
}

function field(name: string, represent: Represent | null): Part {
  return (object, entity) => {
    const value = own(object, name);
    if (value === undefined) return null;
    const known = represent ? each(value, represent) : value;
    entity[name] = known;
    // Lengths keep neighbouring values apart.
    return typeof known === 'string' ? `${known.length}:${known}` : `${JSON.stringify(known)};`;
  };
}

function each(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => each(item, represent));
  return isObject(value) ? (represent(value)?.entity ?? null) : null;
}
