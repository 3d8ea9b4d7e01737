/** Valid operations of any kind over a schema: fragments, aliases, variables, directives, arguments, abstract types. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A number from 0 to below `count`. */
export type Pick = (count: number) => number;

export interface GeneratedOperation {
  readonly source: string;
  readonly variables: Record<string, unknown>;
}

const DEPTH = 6;
const CONDITIONS = ['a', 'b', 'c'];

export function generateOperation(schema: GraphQLSchema, pick: Pick): GeneratedOperation {
  return new OperationWriter(schema, pick).operation();
}

class OperationWriter {
  private readonly schema: GraphQLSchema;
  private readonly pick: Pick;
  private readonly fragments: string[] = [];
  private readonly definitions = new Map<string, string>();
  private readonly variables: Record<string, unknown> = {};
  private fields = 0;

  constructor(schema: GraphQLSchema, pick: Pick) {
    this.schema = schema;
    this.pick = pick;
  }

  operation(): GeneratedOperation {
    const mutation = this.oneIn(6) ? this.schema.getMutationType() : null;
    const root = mutation ?? this.schema.getQueryType();
    if (!root) throw new Error('a schema without queries');
    const body = this.selection(root, DEPTH);
    const declared = [...this.definitions].map(([name, type]) => `$${name}: ${type}`).join(', ');
    const head = `${mutation ? 'mutation' : 'query'} Generated${declared && `(${declared})`}`;
    return { source: [`${head} ${body}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.pick(4) }, () => this.part(type, depth)).filter((part) => part !== '');
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    const others = this.relatives(type);
    const choice = this.pick(12);
    if (depth > 1 && (choice < 2 || (choice < 6 && isAbstractType(type)))) {
      const on = others[this.pick(others.length)] ?? type;
      return `...${this.oneIn(6) && on === type ? '' : ` on ${on.name}`}${this.directive()} ${this.selection(on, depth - 1)}`;
    }
    if (depth > 1 && choice === 6)
      return `...${this.fragment(others[this.pick(others.length)] ?? type, depth)}${this.directive()}`;
    if (choice === 7 || isUnionType(type)) return this.oneIn(2) ? '__typename' : `kind${this.pick(2)}: __typename`;
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 1 || !isCompositeType(getNamedType(field.type)),
    );
    // Composite fields lead across subgraphs, so they come oftener.
    const composite = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const among = composite.length > 0 && this.oneIn(2) ? composite : fields;
    const field = among[this.pick(among.length)];
    return field && this.fields < 60 ? this.field(field, depth) : '';
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.fields += 1;
    const type = getNamedType(field.type);
    const args = field.args
      .filter((argument) => isRequiredArgument(argument) || this.oneIn(3))
      .map(({ name, type: wanted }) => `${name}: ${this.argument(wanted)}`);
    // Fields that differ by arguments may not share a name; some others have one of their own as well.
    const alias =
      args.length > 0 || this.oneIn(6) ? `${field.name}_${args.length > 0 ? this.fields : this.pick(2)}: ` : '';
    const below = isCompositeType(type) ? ` ${this.selection(type, depth - 1)}` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.directive()}${below}`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const name = `F${this.fragments.length}`;
    const place = this.fragments.push('') - 1;
    this.fragments[place] = `fragment ${name} on ${type.name} ${this.selection(type, depth - 1)}`;
    return name;
  }

  private relatives(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (isAbstractType(type)) return [type, ...this.schema.getPossibleTypes(type)];
    return [type, ...('getInterfaces' in type ? type.getInterfaces() : [])];
  }

  private directive(): string {
    if (!this.oneIn(9)) return '';
    const name = CONDITIONS[this.pick(CONDITIONS.length)] ?? '';
    const value = this.oneIn(8) ? String(this.oneIn(2)) : `$${this.condition(name)}`;
    return ` @${this.oneIn(2) ? 'skip' : 'include'}(if: ${value})`;
  }

  private condition(name: string): string {
    if (this.definitions.has(name)) return name;
    this.definitions.set(name, this.oneIn(4) ? 'Boolean! = true' : 'Boolean!');
    this.variables[name] = this.oneIn(2);
    return name;
  }

  private argument(type: GraphQLInputType): string {
    if (this.oneIn(2)) return literal(this.value(type, 3), type);
    const name = `v${this.definitions.size}`;
    this.definitions.set(name, String(type));
    this.variables[name] = this.value(type, 3);
    return `$${name}`;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, depth);
    if (isListType(type)) return Array.from({ length: this.pick(3) }, () => this.value(type.ofType, depth));
    if (isEnumType(type)) return type.getValues()[this.pick(type.getValues().length)]?.name;
    if (isInputObjectType(type)) {
      const wanted = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && this.oneIn(3)),
      );
      return Object.fromEntries(wanted.map((field) => [field.name, this.value(field.type, depth - 1)]));
    }
    if (type.name === 'Int') return this.pick(9);
    if (type.name === 'Float') return this.pick(9) / 4;
    if (type.name === 'Boolean') return this.oneIn(2);
    return `${type.name}:${this.pick(5)}`;
  }

  private oneIn(count: number): boolean {
    return this.pick(count) === 0;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type) && Array.isArray(value))
    return `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => {
      const field = type.getFields()[name];
      return `${name}: ${field ? literal(member, field.type) : 'null'}`;
    });
    return `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}
