/** Which runtime types a type condition holds for, looked up once. The supergraph knows them all, also those hidden from clients. */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { JsonObject } from './json.ts';

export type TypeMatcher = (object: JsonObject) => boolean;

export class TypeFamilies {
  private readonly schema: GraphQLSchema;
  private readonly families = new Map<string, ReadonlySet<string>>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** @param untyped whether an object counts that does not say its type */
  matcher(condition: string, untyped: boolean): TypeMatcher {
    const family = this.family(condition);
    return ({ __typename }) => (typeof __typename === 'string' ? family.has(__typename) : untyped);
  }

  /** Whether this names an interface or union, of which an object that says so does not know its own type. */
  isAbstract(name: unknown): boolean {
    return typeof name === 'string' && isAbstractType(this.schema.getType(name));
  }

  /** The type itself, and every type that implements or joins it. */
  private family(condition: string): ReadonlySet<string> {
    const known = this.families.get(condition);
    if (known) return known;
    const type = this.schema.getType(condition);
    const family = new Set([condition]);
    if (isAbstractType(type))
      for (const other of Object.values(this.schema.getTypeMap()))
        if ((isObjectType(other) || isInterfaceType(other)) && this.schema.isSubType(type, other))
          family.add(other.name);
    this.families.set(condition, family);
    return family;
  }
}
