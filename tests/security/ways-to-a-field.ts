/** An operation that leads to any one field of the published schema: what is there is named, every other argument made up. */
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
  OperationTypeNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface Way {
  readonly kind: OperationTypeNode;
  readonly query: string;
  /** Names of the fields from the root to the one asked for. */
  readonly path: readonly string[];
}

type Avoids = (coordinate: string) => boolean;

interface Step {
  readonly type: GraphQLObjectType;
  readonly path: readonly string[];
  readonly calls: readonly string[];
}

const kinds = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION, OperationTypeNode.SUBSCRIPTION];

export class Ways {
  private readonly schema: GraphQLSchema;
  /** By field of Query, the id of something that is there. */
  private readonly known: Readonly<Record<string, string>>;

  constructor(schema: GraphQLSchema, known: Readonly<Record<string, string>>) {
    this.schema = schema;
    this.known = known;
  }

  /** The shortest, through none of the avoided fields if there is such a way. */
  to(coordinate: string, avoids: Avoids = () => false): Way {
    const way = this.through(coordinate, avoids) ?? this.through(coordinate, () => false);
    if (!way) throw new Error(`No operation leads to ${coordinate}.`);
    return way;
  }

  private through(coordinate: string, avoids: Avoids): Way | null {
    const [type = '', name = ''] = coordinate.split('.');
    for (const kind of kinds) {
      const root = this.schema.getRootType(kind);
      const step = root && this.stepsTo(type, { type: root, path: [], calls: [] }, avoids);
      const field = step?.type.getFields()[name];
      if (!step || !field) continue;
      const last = `${this.call(field)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
      const query = `${kind} ${step.calls.reduceRight((inner, one) => `{ ${one} ${inner} }`, `{ ${last} }`)}`;
      return { kind, query, path: [...step.path, name] };
    }
    return null;
  }

  private stepsTo(target: string, start: Step, avoids: Avoids): Step | undefined {
    const seen = new Set([start.type.name]);
    const waiting = [start];
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (step.type.name === target) return step;
      for (const field of Object.values(step.type.getFields())) {
        const type = getNamedType(field.type);
        if (!isObjectType(type) || seen.has(type.name) || avoids(`${step.type.name}.${field.name}`)) continue;
        seen.add(type.name);
        waiting.push({ type, path: [...step.path, field.name], calls: [...step.calls, this.call(field)] });
      }
    }
    return undefined;
  }

  private call({ name, args }: GraphQLField<unknown, unknown>): string {
    const known = this.known[name];
    const value = (type: GraphQLInputType) => (known === undefined ? madeUp(type) : JSON.stringify(known));
    const given = args.filter(isRequiredArgument).map((one) => `${one.name}: ${value(one.type)}`);
    return given.length === 0 ? name : `${name}(${given.join(', ')})`;
  }
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
