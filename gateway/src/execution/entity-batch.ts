/** The entities of one fetch: equal ones share a representation. */
import type { JsonObject } from './json.ts';
import type { Requirements } from './representation.ts';
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

  constructor(targets: readonly JsonObject[], requirements: Requirements, rewriteKeys: Rewrite) {
    const groups = new Map<string, EntityGroup>();
    for (const target of targets) {
      const key = requirements.key(target);
      const group = key === null ? null : (groups.get(key) ?? this.add(target, requirements, rewriteKeys));
      if (key === null || !group) this.unknown.push(target);
      else {
        group.targets.push(target);
        groups.set(key, group);
      }
    }
  }

  /** Null for a type that this fetch is not about. */
  private add(target: JsonObject, requirements: Requirements, rewriteKeys: Rewrite): EntityGroup | null {
    const representation: JsonObject = {};
    requirements.fill(target, representation);
    if (!representation['__typename']) return null;
    rewriteKeys(representation);
    const group = { targets: [], typename: target['__typename'] };
    this.representations.push(representation);
    this.groups.push(group);
    return group;
  }
}
