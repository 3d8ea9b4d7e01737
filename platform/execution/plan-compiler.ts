/** Compiles selections into plans: which fields of which types, found out once and not for every object. */
import {
  defaultTypeResolver,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields } from './collect-fields.ts';
import { isNothing, leaf, list, nothingFor, type Complete, type Where } from './completion.ts';
import { isPromise, type Execution } from './execution.ts';
import { LeafProperty, ResolvedField, TypeName, type Compiling, type FieldParts } from './field-plans.ts';
import { ObjectPlan, type FieldPlan } from './object-plan.ts';

/** Left to graphql-js. */
export class NotCompiled extends Error {}

export class PlanCompiler {
  private readonly compiling: Compiling;

  constructor(compiling: Compiling) {
    this.compiling = compiling;
  }

  objectPlan(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): ObjectPlan {
    if (type.isTypeOf) throw new NotCompiled(`${type.name} is recognised by its values`);
    const fields = collectFields(this.compiling, type, selectionSets);
    return new ObjectPlan([...fields].map(([responseName, nodes]) => this.fieldPlan(type, responseName, nodes)));
  }

  private fieldPlan(parentType: GraphQLObjectType, responseName: string, nodes: readonly FieldNode[]): FieldPlan {
    const [first, ...more] = nodes;
    const name = first?.name.value ?? '';
    if (name === '__typename') return new TypeName(responseName, parentType.name);
    const field = parentType.getFields()[name];
    if (field === undefined || first === undefined)
      throw new NotCompiled(`${parentType.name}.${name} is no plain field`);
    const parts: FieldParts = { responseName, parentType, field, nodes: [first, ...more] };
    const resolved = new ResolvedField(this.compiling, parts, this.completeType(field.type, parts));
    const plain = getNullableType(field.type);
    if (field.resolve || !isLeafType(plain)) return resolved;
    return new LeafProperty(parts, { tell: leaf(plain), nullable: !isNonNullType(field.type) }, resolved);
  }

  private completeType(type: GraphQLOutputType, parts: FieldParts): Complete {
    const field = `${parts.parentType.name}.${parts.field.name}`;
    if (isNonNullType(type)) {
      const complete = this.completeType(type.ofType, parts);
      return (execution, value, where) => {
        const completed = complete(execution, value, where);
        if (completed === null) throw nothingFor(field);
        return completed;
      };
    }
    const complete = this.completeNamed(type, parts, field);
    return (execution, value, where) => (isNothing(value) ? null : complete(execution, value, where));
  }

  private completeNamed(type: GraphQLOutputType, parts: FieldParts, field: string): Complete {
    if (isListType(type)) {
      const complete = this.completeType(type.ofType, parts);
      return list({ type: type.ofType, complete, nodes: parts.nodes }, field);
    }
    if (isLeafType(type)) {
      const tell = leaf(type);
      return (_execution, value) => tell(value);
    }
    if (isAbstractType(type)) return this.completeAbstract(type, parts);
    if (!isObjectType(type)) throw new NotCompiled(`${String(type)} is no type of an answer`);
    const plan = this.objectPlan(type, selectionsOf(parts));
    return (execution, value, { place }) => plan.run(execution, value, place);
  }

  private completeAbstract(type: GraphQLAbstractType, parts: FieldParts): Complete {
    const plans = this.plansOf(type, parts);
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const completeAs = (name: unknown, execution: Execution, value: unknown, { place }: Where) => {
      const plan = typeof name === 'string' ? plans.get(name) : undefined;
      if (plan) return plan.run(execution, value, place);
      throw new GraphQLError(`${type.name} was resolved to what is no possible type of it.`);
    };
    return (execution, value, where) => {
      const name: unknown = resolveType(value, execution.contextValue, where.info(), type);
      return isPromise(name)
        ? name.then((resolved) => completeAs(resolved, execution, value, where))
        : completeAs(name, execution, value, where);
    };
  }

  private plansOf(type: GraphQLAbstractType, parts: FieldParts): ReadonlyMap<string, ObjectPlan> {
    const possible = this.compiling.schema.getPossibleTypes(type);
    return new Map(possible.map((one) => [one.name, this.objectPlan(one, selectionsOf(parts))]));
  }
}

function selectionsOf({ nodes }: FieldParts): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}
