/** Which fields of which fetched objects are absent because a fetch failed, so that exactly they are told with its fault. */
import type { Fault } from './fault.ts';
import { objectsIn, own, type JsonObject } from './json.ts';
import type { ProvidedFields } from './provided-fields.ts';

interface Lost {
  readonly targets: readonly JsonObject[];
  readonly provided: ProvidedFields;
  readonly fault: Fault;
}

export class MissingFields {
  static readonly none = new MissingFields([]);
  private readonly faults = new Map<JsonObject, Map<string, Fault>>();

  constructor(failures: readonly Lost[]) {
    for (const { targets, provided, fault } of failures)
      for (const target of targets) this.mark(target, provided, fault);
  }

  of(object: JsonObject, name: string): Fault | undefined {
    return this.faults.get(object)?.get(name);
  }

  /** Only the highest absent field: what is beneath it is missing with it. */
  private mark(object: JsonObject, provided: ProvidedFields, fault: Fault): void {
    for (const selection of provided) {
      if (selection.kind === 'fragment') {
        if (selection.matches(object)) this.mark(object, selection.within, fault);
        continue;
      }
      const value = own(object, selection.name);
      if (value === undefined) this.add(object, selection.name, fault);
      else for (const inner of objectsIn(value)) this.mark(inner, selection.within, fault);
    }
  }

  private add(object: JsonObject, name: string, fault: Fault): void {
    const known = this.faults.get(object);
    if (!known) this.faults.set(object, new Map([[name, fault]]));
    else if (!known.has(name)) known.set(name, fault);
  }
}
