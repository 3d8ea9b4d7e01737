/** An operation that leads to any one field of the published schema, with arguments made up. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';

export interface Way {
  readonly kind: OperationTypeNode;
  readonly query: string;
  /** Names of the fields from the root to the one asked for. */
  readonly path: readonly string[];
}

interface Step {
  readonly type: GraphQLObjectType;
  readonly path: readonly string[];
  readonly calls: readonly string[];
}

/** The shortest, through fields that may be used if there is such a way; null when no operation leads there. */
export function wayTo(
  schema: GraphQLSchema,
  coordinate: string,
  isRefused: (coordinate: string) => boolean,
): Way | null {
  const target = (step: Step) => step.type.name === coordinate.split('.')[0];
  return wayThrough(schema, coordinate, target, isRefused) ?? wayThrough(schema, coordinate, target, () => false);
}

function wayThrough(
  schema: GraphQLSchema,
  coordinate: string,
  target: (step: Step) => boolean,
  isRefused: (coordinate: string) => boolean,
): Way | null {
  for (const kind of Object.values(OperationTypeNode)) {
    const root = schema.getRootType(kind);
    const step = root && firstOf({ type: root, path: [], calls: [] }, target, isRefused);
    const field = step?.type.getFields()[coordinate.split('.')[1] ?? ''];
    if (!step || !field) continue;
    const last = `${call(field)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
    const query = `${kind} ${step.calls.reduceRight((inner, one) => `{ ${one} ${inner} }`, `{ ${last} }`)}`;
    return { kind, query, path: [...step.path, field.name] };
  }
  return null;
}

function firstOf(
  start: Step,
  target: (step: Step) => boolean,
  isRefused: (coordinate: string) => boolean,
): Step | undefined {
  const seen = new Set([start.type.name]);
  const waiting = [start];
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    if (target(step)) return step;
    for (const field of Object.values(step.type.getFields()).toSorted(byEffort)) {
      const type = getNamedType(field.type);
      if (!isObjectType(type) || seen.has(type.name) || isRefused(`${step.type.name}.${field.name}`)) continue;
      seen.add(type.name);
      waiting.push({ type, path: [...step.path, field.name], calls: [...step.calls, call(field)] });
    }
  }
  return undefined;
}

/** Fields that need nothing find something: lists before what is looked up by a made-up id. */
function byEffort(one: GraphQLField<unknown, unknown>, other: GraphQLField<unknown, unknown>): number {
  return one.args.filter(isRequiredArgument).length - other.args.filter(isRequiredArgument).length;
}

function call({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((one) => `${one.name}: ${madeUp(one.type)}`);
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

const ofScalar: Readonly<Record<string, string>> = {
  ID: '"019b76da-ffff-7005-8000-000000000000"',
  Int: '1',
  Float: '1',
  Boolean: 'false',
  DateTime: '"2026-01-01T00:00:00Z"',
  Date: '"2026-01-01"',
};

function madeUp(given: GraphQLInputType): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${madeUp(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return ofScalar[type.name] ?? '"x"';
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${madeUp(field.type)}`).join(', ')} }`;
}
