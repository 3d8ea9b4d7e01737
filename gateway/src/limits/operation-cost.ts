/**
 * What an operation costs: 1 for every object that it may bring, as often as its lists are long; nothing for plain values; 10 for every
 * change. Fragments are written out and conditions taken as met. Compiled once per operation, computed per call from its variables.
 */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { assumedSize, LARGEST_PAGE, USUAL_PAGE } from './assumed-sizes.ts';

type Variables = Readonly<Record<string, unknown>>;
type Size = (variables: Variables) => number;

const COST_OF_A_CHANGE = 10;

interface CostNode {
  /** As the answer calls it. */
  readonly name: string;
  readonly weight: number;
  readonly times: Size;
  readonly inner: readonly CostNode[];
}

export interface PathCost {
  readonly path: string;
  readonly cost: number;
}

export class OperationCost {
  private readonly roots: readonly CostNode[];

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.roots = new Compilation(schema, document).rootsOf(operation);
  }

  of(variables: Variables): number {
    return total(this.roots, variables);
  }

  /** The lists and objects that make most of it, the greatest first. */
  mostExpensive(variables: Variables, count: number): PathCost[] {
    const paths: PathCost[] = [];
    collect(this.roots, { variables, path: '', factor: 1 }, paths);
    return paths.toSorted((one, other) => other.cost - one.cost).slice(0, count);
  }
}

function total(nodes: readonly CostNode[], variables: Variables): number {
  return nodes.reduce(
    (sum, { weight, times, inner }) => sum + times(variables) * (weight + total(inner, variables)),
    0,
  );
}

/** The cost of each place by itself, without what is inside it. */
function collect(
  nodes: readonly CostNode[],
  { variables, path, factor }: { variables: Variables; path: string; factor: number },
  into: PathCost[],
): void {
  for (const { name, weight, times, inner } of nodes) {
    const place = path === '' ? name : `${path}.${name}`;
    const many = factor * times(variables);
    if (weight > 0) into.push({ path: place, cost: many * weight });
    collect(inner, { variables, path: place, factor: many }, into);
  }
}

const once: Size = () => 1;

class Compilation {
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    this.schema = schema;
    this.fragments = new Map(fragments.map((one) => [one.name.value, one]));
  }

  rootsOf({ operation, selectionSet }: OperationDefinitionNode): readonly CostNode[] {
    const root = this.schema.getRootType(operation);
    if (!root) return [];
    const nodes = this.selections(root, selectionSet, null);
    if (operation !== OperationTypeNode.MUTATION) return nodes;
    return nodes.map((node) => ({ ...node, weight: node.weight + COST_OF_A_CHANGE }));
  }

  /** @param page how many `nodes` and `edges` the connection around brings */
  private selections(type: GraphQLCompositeType, set: SelectionSetNode, page: Size | null): CostNode[] {
    return set.selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return this.field(type, node, page);
      if (node.kind === Kind.INLINE_FRAGMENT)
        return this.selections(this.typeNamed(node.typeCondition?.name.value) ?? type, node.selectionSet, page);
      const fragment = this.fragments.get(node.name.value);
      if (!fragment) return [];
      return this.selections(this.typeNamed(fragment.typeCondition.name.value) ?? type, fragment.selectionSet, page);
    });
  }

  private field(type: GraphQLCompositeType, node: FieldNode, page: Size | null): CostNode[] {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const named = field && getNamedType(field.type);
    // Plain values cost nothing.
    if (!field || !isCompositeType(named)) return isChange(this.schema, type) ? [leaf(node)] : [];
    const asked = pageOf(field, node);
    const isList = isListType(getNullableType(field.type));
    const times = isList ? (asked ?? page ?? constant(assumedSize(type.name, field.name))) : once;
    const inner = node.selectionSet ? this.selections(named, node.selectionSet, isList ? null : asked) : [];
    return [{ name: nameOf(node), weight: 1, times, inner }];
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | null {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : null;
  }
}

function isChange(schema: GraphQLSchema, type: GraphQLCompositeType): boolean {
  return type === schema.getMutationType();
}

function leaf(node: FieldNode): CostNode {
  return { name: nameOf(node), weight: 0, times: once, inner: [] };
}

function nameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** From the argument `first`, or `first` in the argument `input`; null for a field that has neither. */
function pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Size | null {
  const first = field.args.find(({ name }) => name === 'first');
  if (first) return sizeFrom(node, 'first', (value) => value ?? first.defaultValue);
  const input = field.args.find(({ name }) => name === 'input');
  const type = input && getNamedType(input.type);
  const inner = type && 'getFields' in type ? type.getFields()['first'] : undefined;
  if (!inner || !('defaultValue' in inner)) return null;
  return sizeFrom(node, 'input', (value) => firstOf(value) ?? inner.defaultValue);
}

function sizeFrom(node: FieldNode, argument: string, read: (value: unknown) => unknown): Size {
  const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
  return (variables) => sized(read(given && valueFromASTUntyped(given, { ...variables })));
}

function firstOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'first' in input ? input.first : undefined;
}

function sized(first: unknown): number {
  const wanted = typeof first === 'number' ? first : USUAL_PAGE;
  return Math.min(Math.max(wanted, 0), LARGEST_PAGE);
}

function constant(size: number): Size {
  return () => size;
}
