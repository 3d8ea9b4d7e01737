/** The place of a fetch in the response: `consultations.nodes.@.patient`, where `@` stands for every item of a list. */
import { isObject, own, type JsonObject, type Path } from './json.ts';

interface Element {
  /** Null for each item of a list; empty for where we stand. */
  readonly name: string | null;
  /** Only objects of these types lie on the path. */
  readonly types: ReadonlySet<unknown> | null;
}

export class FlattenPath {
  private readonly elements: readonly Element[];

  constructor(path: Path) {
    this.elements = path.map(elementOf);
  }

  /** The objects at this place, once for each time that they appear. */
  targets(data: JsonObject): JsonObject[] {
    const found: JsonObject[] = [];
    this.collect(data, 0, found);
    return found;
  }

  /** The response path of each object at this place: no object stands in two. */
  places(data: JsonObject): Map<JsonObject, Path> {
    const places = new Map<JsonObject, Path>();
    this.locate({ value: data, depth: 0, trail: [] }, places);
    return places;
  }

  private collect(value: unknown, depth: number, found: JsonObject[]): void {
    const element = this.elements[depth];
    if (!element) {
      if (isObject(value)) found.push(value);
    } else if (element.name !== null) {
      const next = member(value, element.name);
      if (allows(element, next)) this.collect(next, depth + 1, found);
    } else if (Array.isArray(value)) {
      for (const item of value) if (allows(element, item)) this.collect(item, depth + 1, found);
    }
  }

  private locate({ value, depth, trail }: Located, places: Map<JsonObject, Path>): void {
    const element = this.elements[depth];
    const follow = (next: unknown, to: Path) =>
      element && allows(element, next) && this.locate({ value: next, depth: depth + 1, trail: to }, places);
    if (!element) {
      if (isObject(value)) places.set(value, trail);
    } else if (element.name !== null) {
      follow(member(value, element.name), element.name === '' ? trail : [...trail, element.name]);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => follow(item, [...trail, index]));
    }
  }
}

interface Located {
  readonly value: unknown;
  readonly depth: number;
  readonly trail: Path;
}

function member(value: unknown, name: string): unknown {
  if (name === '') return value;
  return isObject(value) ? own(value, name) : undefined;
}

/** Type conditions stand behind a name: `media|[Book,Film]`. */
function elementOf(element: string | number): Element {
  const [, name = '', types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(element)) ?? [];
  return { name: name === '@' ? null : name, types: types === undefined ? null : new Set(types.split(',')) };
}

function allows({ types }: Element, value: unknown): boolean {
  return types === null || Array.isArray(value) || (isObject(value) && types.has(value['__typename']));
}
