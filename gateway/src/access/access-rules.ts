/** The access that a supergraph declares, compiled once: by field, what it demands; by class of callers, what they are refused. */
import {
  baseType,
  isInterfaceType,
  type FieldDefinition,
  type InterfaceType,
  type ObjectType,
  type Schema,
} from '@apollo/federation-internals';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { LRUCache } from 'lru-cache';
import { accessClassOf, type AccessClass } from './access-class.ts';
import { refusalOf, type Refusal, type Refused } from './refusal.ts';
import { allOf, demandsAnything, nothing, requirementOf, type Requirement } from './requirement.ts';
import { roleOfPolicy } from './role-policy.ts';

/** Far more than there are combinations of roles in use; scopes come from a closed list too. */
const CLASSES_KEPT = 1_000;

export class AccessRules {
  private readonly requirements: ReadonlyMap<string, Requirement>;
  private readonly refusedByClass = new LRUCache<string, Refused>({ max: CLASSES_KEPT });
  /** One viewer, parsed once, asks many times. */
  private readonly refusedByViewer = new WeakMap<Viewer, Refused>();
  private readonly refusedToNobody: Refused;

  /** @throws on a policy that the gateway cannot decide. */
  constructor(supergraph: Schema) {
    const types = [...supergraph.objectTypes(), ...supergraph.interfaceTypes()];
    const fields = types.flatMap((type) => type.fields().map((field) => [field.coordinate, demandOf(field)] as const));
    this.requirements = new Map(fields.filter(([, requirement]) => demandsAnything(requirement)));
    for (const { policies } of this.requirements.values()) for (const policy of policies.flat(2)) roleOfPolicy(policy);
    this.refusedToNobody = this.judge(accessClassOf(null));
  }

  /** Coordinates of all fields that demand anything. */
  get guarded(): readonly string[] {
    return [...this.requirements.keys()];
  }

  /** @param coordinate such as `Patient.name` */
  requirementOf(coordinate: string): Requirement {
    return this.requirements.get(coordinate) ?? nothing;
  }

  /** The same map for callers of the same class. */
  refusedFor(viewer: Viewer | null): Refused {
    if (viewer === null) return this.refusedToNobody;
    const known = this.refusedByViewer.get(viewer);
    if (known) return known;
    const caller = accessClassOf(viewer);
    const refused = this.refusedByClass.get(caller.key) ?? this.judge(caller);
    this.refusedByClass.set(caller.key, refused);
    this.refusedByViewer.set(viewer, refused);
    return refused;
  }

  private judge(caller: AccessClass): Refused {
    const refused = new Map<string, Refusal>();
    for (const [coordinate, requirement] of this.requirements) {
      const refusal = refusalOf(coordinate, requirement, caller);
      if (refusal) refused.set(coordinate, refusal);
    }
    return refused;
  }
}

type Field = FieldDefinition<ObjectType | InterfaceType>;

/** A type's demand holds for every field that returns it and every field that it has. */
function demandOf(field: Field): Requirement {
  const { parent } = field;
  const implementations = isInterfaceType(parent) ? throughImplementations(parent, field.name) : [];
  return allOf([requirementOf(parent), demandBesideItsType(field), ...implementations]);
}

/** What a field demands of those who may have an object of its type. */
export function demandBesideItsType(field: Field): Requirement {
  const returned = field.type && baseType(field.type);
  return allOf([requirementOf(field), ...(returned ? [requirementOf(returned)] : [])]);
}

/** Asked of an interface, a field may turn out to be any implementation's. */
function throughImplementations(parent: InterfaceType, name: string): Requirement[] {
  return parent.possibleRuntimeTypes().flatMap((type) => {
    const field = type.field(name);
    return field ? [demandOf(field)] : [];
  });
}
