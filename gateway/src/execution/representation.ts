/** What a subgraph must know of an entity to recognise it: the plan's `requires`, read from the data that is there. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, own, type JsonObject } from './json.ts';
import { merge } from './merge.ts';
import type { TypeFamilies } from './type-families.ts';

export interface Requirements {
  /** The same text for equal entities; null when something that is required has not been fetched. */
  key(object: JsonObject): string | null;
  /** Puts what is required of the object into its representation. */
  fill(object: JsonObject, representation: JsonObject): void;
}

export function compileRequires(requires: readonly QueryPlanSelectionNode[], families: TypeFamilies): Requirements {
  const parts = requires.map((selection) => compilePart(selection, families));
  return {
    key(object) {
      let key = '';
      for (const part of parts) {
        const text = part.key(object);
        if (text === null) return null;
        key += text;
      }
      return key;
    },
    fill(object, representation) {
      for (const part of parts) part.fill(object, representation);
    },
  };
}

function compilePart(selection: QueryPlanSelectionNode, families: TypeFamilies): Requirements {
  const within = selection.selections && compileRequires(selection.selections, families);
  if (selection.kind === 'Field') return field(selection.alias ?? selection.name, within);
  const { typeCondition } = selection;
  const matches = typeCondition === undefined ? () => true : families.matcher(typeCondition, false);
  return {
    // A type of which something is missing leaves the rest to say who this is.
    key: (object) => (matches(object) && within?.key(object)) || '-',
    fill: (object, representation) => {
      if (matches(object) && within && within.key(object) !== null) within.fill(object, representation);
    },
  };
}

function field(name: string, within: Requirements | undefined): Requirements {
  const known = (object: JsonObject) => {
    const value = own(object, name);
    return within ? each(value, within) : value;
  };
  return {
    key(object) {
      const value = known(object);
      if (value === undefined) return null;
      // Lengths keep neighbouring values apart.
      return typeof value === 'string' ? `${value.length}:${value}` : `${JSON.stringify(value)};`;
    },
    fill(object, representation) {
      const value = known(object);
      if (isObject(value) && isObject(representation[name])) merge(representation[name], value);
      else representation[name] = value;
    },
  };
}

function each(value: unknown, within: Requirements): unknown {
  if (Array.isArray(value)) return value.map((item) => each(item, within));
  if (!isObject(value)) return value === undefined ? undefined : null;
  if (within.key(value) === null) return null;
  const representation: JsonObject = {};
  within.fill(value, representation);
  return representation;
}
