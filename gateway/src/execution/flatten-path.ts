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

  /** Where each of the objects appears: every response path that leads to it. */
  places(data: JsonObject, wanted: ReadonlySet<JsonObject>): Path[] {
    const places: Path[] = [];
    this.visit({ value: data, depth: 0, trail: [] }, (object, trail) => wanted.has(object) && places.push(trail));
    return places;
  }

  private collect(value: unknown, depth: number, found: JsonObject[]): void {
    const element = this.elements[depth];
    if (element?.name === null) {
      if (Array.isArray(value))
        for (const item of value) if (allows(element, item)) this.collect(item, depth + 1, found);
    } else if (isObject(value)) {
      if (!element) found.push(value);
      else this.descend(element, value, depth, found);
    }
  }

  private descend(element: Element, object: JsonObject, depth: number, found: JsonObject[]): void {
    const next = element.name === null || element.name === '' ? object : own(object, element.name);
    if (allows(element, next)) this.collect(next, depth + 1, found);
  }

  private visit(
    { value, depth, trail }: { value: unknown; depth: number; trail: Path },
    see: (object: JsonObject, trail: Path) => void,
  ): void {
    const element = this.elements[depth];
    const step = (next: unknown, to: Path) =>
      element && allows(element, next) && this.visit({ value: next, depth: depth + 1, trail: to }, see);
    if (element?.name === null) {
      if (Array.isArray(value)) value.forEach((item, index) => step(item, [...trail, index]));
    } else if (isObject(value)) {
      if (!element) see(value, trail);
      else if (element.name === '') step(value, trail);
      else step(own(value, element.name), [...trail, element.name]);
    }
  }
}

/** Type conditions stand behind a name: `media|[Book,Film]`. */
function elementOf(element: string | number): Element {
  const [, name = '', types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(element)) ?? [];
  return { name: name === '@' ? null : name, types: types === undefined ? null : new Set(types.split(',')) };
}

function allows({ types }: Element, value: unknown): boolean {
  return types === null || Array.isArray(value) || (isObject(value) && types.has(value['__typename']));
}
