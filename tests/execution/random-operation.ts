/** Operations that are valid for a schema: aliases, fragments, arguments, variables, fields mentioned twice. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Choices } from './random-choices.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const DEEPEST = 5;

export function randomOperation(
  schema: GraphQLSchema,
  kind: 'query' | 'subscription',
  choices: Choices,
): RandomOperation {
  return new OperationWriter(schema, choices).write(kind);
}

class OperationWriter {
  private readonly schema: GraphQLSchema;
  private readonly choices: Choices;
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};

  constructor(schema: GraphQLSchema, choices: Choices) {
    this.schema = schema;
    this.choices = choices;
  }

  write(kind: 'query' | 'subscription'): RandomOperation {
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getSubscriptionType();
    if (!root) throw new Error(`The schema has no ${kind}.`);
    const fields = Object.values(root.getFields()).filter(({ name }) => name !== '_service');
    const asked = Array.from({ length: kind === 'query' ? 1 + this.choices.below(3) : 1 }, (_, n) =>
      this.field(this.choices.from(fields), 0, `r${n}`),
    );
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return {
      query: `${kind} Any${declared} { ${asked.join(' ')} } ${this.fragments.join(' ')}`,
      variables: this.variables,
    };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
    const written = field.args
      .filter(({ type }) => isNonNullType(type) || this.choices.oneIn(3))
      .map((one) => this.argument(one));
    const given = written.length > 0 ? `(${written.join(', ')})` : '';
    const type = getNamedType(field.type);
    const selected = isCompositeType(type) ? ` ${this.selection(type, depth + 1)}` : '';
    return `${alias === '' ? '' : `${alias}: `}${field.name}${given}${selected}`;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts = ['__typename'];
    if (isAbstractType(type))
      for (const one of this.schema.getPossibleTypes(type))
        if (this.choices.oneIn(2)) parts.push(`... on ${one.name} ${this.selection(one, depth)}`);
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) parts.push(...this.mentions(field, depth));
    const body = `{ ${parts.join(' ')} }`;
    if (!this.choices.oneIn(4)) return body;
    if (this.choices.oneIn(2)) return `{ ... on ${type.name} ${body} }`;
    this.fragments.push(`fragment F${this.fragments.length} on ${type.name} ${body}`);
    return `{ ...F${this.fragments.length - 1} __typename }`;
  }

  private mentions(field: GraphQLField<unknown, unknown>, depth: number): string[] {
    const composite = isCompositeType(getNamedType(field.type));
    if (!this.choices.oneIn(composite ? 2 : 3) || (composite && depth >= DEEPEST)) return [];
    // One that takes arguments may not be mentioned twice under one name with different ones.
    const alias = field.args.length > 0 || this.choices.oneIn(4) ? `a${this.choices.below(1_000_000)}` : '';
    const once = this.field(field, depth, alias);
    return this.choices.oneIn(6) && field.args.length === 0 ? [once, this.field(field, depth, alias)] : [once];
  }

  private argument({ name, type }: GraphQLArgument): string {
    const inline = !this.choices.oneIn(3) && literalOf(type) !== null;
    if (inline) return `${name}: ${literalOf(type)}`;
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: ${String(type)}`);
    if (!this.choices.oneIn(12)) this.variables[variable] = this.value(type);
    return `${name}: $${variable}`;
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(type.ofType);
    if (this.choices.oneIn(15)) return null;
    if (isListType(type)) return Array.from({ length: this.choices.below(4) }, () => this.value(type.ofType));
    if (isEnumType(type)) return this.choices.from(type.getValues()).name;
    if (isInputObjectType(type))
      return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, this.value(field.type)]));
    return this.scalar(type.name);
  }

  private scalar(name: string): unknown {
    if (name === '_Any') return { __typename: this.entity(), id: `id-${this.choices.below(5)}` };
    const wrong = this.choices.oneIn(40);
    const values: Record<string, unknown> = {
      Int: 3,
      Float: 1.5,
      Boolean: true,
      DateTime: '2026-11-20T08:00:00.000Z',
      Date: '2026-11-20',
    };
    return wrong ? { of: 'another kind' } : (values[name] ?? 'text');
  }

  private entity(): string {
    const union = this.schema.getType('_Entity');
    return isAbstractType(union) ? this.choices.from(this.schema.getPossibleTypes(union)).name : 'Nothing';
  }
}

/** Null for what is easier told by a variable. */
function literalOf(type: GraphQLInputType): string | null {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null;
  if (isInputObjectType(type)) return null;
  return { Int: '2', Float: '2.5', Boolean: 'false', String: '"text"', ID: '"id-1"' }[type.name] ?? null;
}
