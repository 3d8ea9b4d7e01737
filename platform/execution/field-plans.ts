/** How one field is answered: what its resolver or its object's property gives, completed to the field's type. */
import {
  getArgumentValues,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isNothing, nothingFor, type Complete, type Where } from './completion.ts';
import { isObject, isPromise, type Execution, type Place } from './execution.ts';
import type { FieldPlan } from './object-plan.ts';

/** What is the same for every field of an operation. */
export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
}

export interface FieldParts {
  readonly responseName: string;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

export class ResolvedField implements FieldPlan {
  readonly responseName: string;
  private readonly compiling: Compiling;
  private readonly parts: FieldParts;
  private readonly complete: Complete;

  constructor(compiling: Compiling, parts: FieldParts, complete: Complete) {
    this.responseName = parts.responseName;
    this.compiling = compiling;
    this.parts = parts;
    this.complete = complete;
  }

  run(execution: Execution, source: unknown, prev: Place | undefined): unknown {
    const { parentType } = this.parts;
    const where = new FieldRun(this, execution, { prev, key: this.responseName, typename: parentType.name });
    try {
      const given = this.given(execution, source, where);
      const completed = isPromise(given)
        ? given.then((value) => this.complete(execution, value, where))
        : this.complete(execution, given, where);
      return isPromise(completed)
        ? completed.then(undefined, (error) => this.failed(execution, error, where))
        : completed;
    } catch (error) {
      return this.failed(execution, error, where);
    }
  }

  private failed(execution: Execution, error: unknown, { place }: Where): null {
    const { field, nodes } = this.parts;
    return execution.fail({ error, nodes, place, type: field.type });
  }

  private given(execution: Execution, source: unknown, where: Where): unknown {
    const { field } = this.parts;
    const { contextValue } = execution;
    if (field.resolve) return field.resolve(source, this.argumentsIn(execution), contextValue, where.info());
    const property = propertyOf(source, field.name);
    return typeof property === 'function'
      ? property.call(source, this.argumentsIn(execution), contextValue, where.info())
      : property;
  }

  private argumentsIn({ variableValues }: Execution): Record<string, unknown> {
    const { field, nodes } = this.parts;
    return field.args.length === 0 ? {} : getArgumentValues(field, nodes[0], variableValues);
  }

  infoOf({ rootValue, variableValues }: Execution, path: Place): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.compiling;
    const { parentType, field, nodes } = this.parts;
    const { name: fieldName, type: returnType } = field;
    const run = { path, rootValue, variableValues };
    return { fieldName, fieldNodes: nodes, returnType, parentType, schema, fragments, operation, ...run };
  }
}

class FieldRun implements Where {
  readonly place: Place;
  private readonly field: ResolvedField;
  private readonly execution: Execution;

  constructor(field: ResolvedField, execution: Execution, place: Place) {
    this.field = field;
    this.execution = execution;
    this.place = place;
  }

  info(): GraphQLResolveInfo {
    return this.field.infoOf(this.execution, this.place);
  }
}

/** The most frequent kind by far: a property of the object, told as it is. */
export class LeafProperty implements FieldPlan {
  readonly responseName: string;
  private readonly parts: FieldParts;
  private readonly tell: (value: unknown) => unknown;
  private readonly nullable: boolean;
  private readonly otherwise: FieldPlan;

  /** @param otherwise for a property that has to be called or waited for */
  constructor(parts: FieldParts, { tell, nullable }: Leaf, otherwise: FieldPlan) {
    this.responseName = parts.responseName;
    this.parts = parts;
    this.tell = tell;
    this.nullable = nullable;
    this.otherwise = otherwise;
  }

  run(execution: Execution, source: unknown, prev: Place | undefined): unknown {
    const { parentType, field, nodes } = this.parts;
    try {
      const value = propertyOf(source, field.name);
      if (typeof value === 'function' || isPromise(value)) return this.otherwise.run(execution, source, prev);
      if (!isNothing(value)) return this.tell(value);
      if (this.nullable) return null;
      throw nothingFor(`${parentType.name}.${field.name}`);
    } catch (error) {
      const place: Place = { prev, key: this.responseName, typename: parentType.name };
      return execution.fail({ error, nodes, place, type: field.type });
    }
  }
}

export interface Leaf {
  readonly tell: (value: unknown) => unknown;
  readonly nullable: boolean;
}

export class TypeName implements FieldPlan {
  readonly responseName: string;
  private readonly typeName: string;

  constructor(responseName: string, typeName: string) {
    this.responseName = responseName;
    this.typeName = typeName;
  }

  run(): string {
    return this.typeName;
  }
}

function propertyOf(source: unknown, name: string): unknown {
  if (isObject(source)) return source[name];
  return typeof source === 'function' ? Reflect.get(source, name) : undefined;
}
