/** Writes operations that are valid against a schema, with whatever values a draw gives; the same draws write the same. */
import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';
import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { HostileValues } from './hostile-values.ts';

export interface WrittenOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Root = 'query' | 'mutation' | 'subscription';

const DEEPEST = 5;

export function operations(
  schema: GraphQLSchema,
  values: HostileValues,
  roots: readonly Root[],
): Arbitrary<WrittenOperation> {
  return fc.gen().map((draw) => new OperationWriter(draw, schema, values).write(draw(fc.constantFrom, ...roots)));
}

class OperationWriter {
  private readonly draw: GeneratorValue;
  private readonly schema: GraphQLSchema;
  private readonly values: HostileValues;
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private written = 0;
  /** A few operations hold values that no type allows; most get past the door. */
  private readonly wild: boolean;

  constructor(draw: GeneratorValue, schema: GraphQLSchema, values: HostileValues) {
    this.draw = draw;
    this.schema = schema;
    this.values = values;
    this.wild = this.chance(12);
  }

  write(kind: Root): WrittenOperation {
    const root = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    }[kind];
    if (!root) throw new Error(`The schema has no ${kind}.`);
    const fields = root.getFields();
    const one = fields[this.draw(fc.constantFrom, ...Object.keys(fields))];
    const selection = one ? this.field(one, 1) : '__typename';
    const declarations = this.declared.length === 0 ? '' : `(${this.declared.join(', ')})`;
    return { query: `${kind} Fuzz${declarations} { ${selection} }`, variables: this.variables };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.written += 1;
    const given = field.args.filter((one) => isRequiredArgument(one) || this.chance(50));
    const passed = given.map((one) => `${one.name}: ${this.argument(one, field.name)}`);
    const named = getNamedType(field.type);
    const inner = isObjectType(named) ? ` { ${this.selection(named, depth + 1)} }` : '';
    return `${field.name}${passed.length === 0 ? '' : `(${passed.join(', ')})`}${inner}`;
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((one) => isLeafType(getNamedType(one.type))).filter(() => this.chance(60));
    const objects =
      depth >= DEEPEST || this.written > 25 ? [] : fields.filter((one) => !isLeafType(getNamedType(one.type)));
    const chosen = [...leaves, ...objects.filter(() => this.chance(depth < 3 ? 40 : 20))];
    return chosen.length === 0 ? '__typename' : chosen.map((one) => this.field(one, depth)).join(' ');
  }

  /** As a variable, or now and then written out. */
  private argument(argument: GraphQLArgument, field: string): string {
    const value = this.valueOf(argument, field);
    const literal = this.chance(25) ? literalOf(value, argument.type) : null;
    if (literal !== null) return literal;
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${String(argument.type)}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private valueOf(argument: GraphQLArgument, field: string): unknown {
    if (argument.name === 'first')
      return this.draw(() => fc.constantFrom<unknown>(...(this.wild ? [0, -1, 101, 2 ** 31, null] : [1, 2, 3, 5, 20])));
    return this.value(argument.type, `${field}.${argument.name}`);
  }

  private value(type: GraphQLInputType, path: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, path);
    if (isListType(type)) return this.list(type.ofType, path);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((one) => isRequiredInputField(one) || this.chance(50));
      return Object.fromEntries(fields.map((one) => [one.name, this.value(one.type, `${path}.${one.name}`)]));
    }
    const wrong = this.wild && this.chance(15);
    if (isEnumType(type))
      return wrong ? 'NOTHING' : this.draw(fc.constantFrom, ...type.getValues().map(({ name }) => name));
    const { possible, impossible } = this.values.of(type.name, path);
    return this.draw(() => (wrong ? impossible : possible));
  }

  private list(of: GraphQLInputType, path: string): unknown {
    const length = this.draw(fc.constantFrom, 0, 1, 2, 3, 1, 2, 1, 1, this.wild ? 300 : 2);
    return Array.from({ length }, () => this.value(of, path));
  }

  private chance(percent: number): boolean {
    return this.draw(fc.integer, { min: 1, max: 100 }) <= percent;
  }
}

/** Null for a value that no literal of the type can write. */
function literalOf(value: unknown, type: GraphQLInputType): string | null {
  try {
    const literal = astFromValue(value, type);
    return literal ? print(literal) : null;
  } catch {
    return null;
  }
}
