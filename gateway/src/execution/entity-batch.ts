/** The entities of one fetch: equal ones share a representation. */
import type { JsonObject } from './json.ts';
import type { Represent } from './representation.ts';
import type { Rewrite } from './rewrites.ts';

export interface EntityGroup {
  readonly targets: JsonObject[];
  /** As the gateway knows it, for subgraphs that don't say. */
  readonly typename: unknown;
}

export class EntityBatch {
  readonly representations: JsonObject[] = [];
  /** In the order of the representations. */
  readonly groups: EntityGroup[] = [];
  /** Those of which not enough is known to ask for them. */
  readonly unknown: JsonObject[] = [];

  constructor(
    targets: readonly JsonObject[],
    reading: { readonly represent: Represent; readonly rewriteKeys: Rewrite },
  ) {
    const groups = new Map<string, EntityGroup>();
    for (const target of targets) {
      const representation = reading.represent(target);
      if (!representation?.entity['__typename']) {
        this.unknown.push(target);
        continue;
      }
      const { key, entity } = representation;
      const group = groups.get(key);
      if (group) group.targets.push(target);
      else {
        reading.rewriteKeys(entity);
        groups.set(key, this.add(target, entity));
      }
    }
  }

  private add(target: JsonObject, representation: JsonObject): EntityGroup {
    const group = { targets: [target], typename: target['__typename'] };
    this.representations.push(representation);
    this.groups.push(group);
    return group;
  }
}
