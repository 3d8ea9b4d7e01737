/** Gives every field of a schema something to say, and some of them something that goes wrong; the same for the same seed. */
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  responsePathAsArray,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { Conflict } from '@huizhen/platform/errors/expected-errors';
import { Choices } from './random-choices.ts';

export interface CannedContext {
  readonly seed: number;
}

/** Half of the fields get a resolver; the others are properties of their objects, as they are where nothing is computed. */
export function canResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const root = type === schema.getQueryType() || type === schema.getSubscriptionType();
      if (!root && new Choices(7, `${type.name}.${field.name}`).oneIn(2)) {
        delete field.resolve;
        continue;
      }
      field.resolve = (_source, args, { seed }: CannedContext, info) => {
        const key = `${responsePathAsArray(info.path).join('.')}${JSON.stringify(args)}${info.fieldNodes.length}`;
        return new Canned(schema, new Choices(seed, key)).answer(info.returnType);
      };
    }
  }
}

class Canned {
  private readonly schema: GraphQLSchema;
  private readonly choices: Choices;

  constructor(schema: GraphQLSchema, choices: Choices) {
    this.schema = schema;
    this.choices = choices;
  }

  answer(type: GraphQLOutputType): unknown {
    const fate = this.choices.below(40);
    const refusal = new Conflict(`refused ${this.choices.below(1_000)}`);
    if (fate === 0) throw refusal;
    if (fate === 1) return Promise.reject(refusal);
    if (fate === 2) return refusal;
    if (fate === 3) throw new TypeError('nobody foresaw this');
    if (fate === 4) return null;
    const value = this.value(type, 0);
    return this.choices.oneIn(4) ? Promise.resolve(value) : value;
  }

  private value(type: GraphQLOutputType, depth: number): unknown {
    const plain = getNullableType(type);
    if (this.choices.oneIn(25))
      return this.choices.oneIn(2) ? null : new Conflict(`inside ${this.choices.below(1_000)}`);
    if (isListType(plain)) return this.list(plain.ofType, depth);
    if (isAbstractType(plain)) {
      const [one] = [this.choices.from(this.schema.getPossibleTypes(plain))];
      return { ...this.object(one.getFields(), depth), __typename: this.choices.oneIn(30) ? 'Nothing' : one.name };
    }
    if (isObjectType(plain)) return this.object(plain.getFields(), depth);
    if (isEnumType(plain)) return this.choices.oneIn(30) ? 'NOT_IN_IT' : this.choices.from(plain.getValues()).value;
    return this.scalar(plain.name);
  }

  private list(type: GraphQLOutputType, depth: number): unknown {
    if (this.choices.oneIn(30)) return 'not a list';
    const items = Array.from({ length: this.choices.below(4) }, () => this.value(type, depth));
    const some = this.choices.oneIn(5)
      ? items.map((item) => (this.choices.oneIn(2) ? Promise.resolve(item) : item))
      : items;
    return this.choices.oneIn(6) ? new Set(some) : some;
  }

  /** Its properties as values, promises, methods, and getters that may throw. */
  private object(
    fields: Readonly<Record<string, { readonly type: GraphQLOutputType }>>,
    depth: number,
  ): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [name, { type }] of Object.entries(fields)) {
      if (depth > 2) continue;
      const value = this.value(type, depth + 1);
      const way = this.choices.below(25);
      if (way === 0) object[name] = () => value;
      else if (way === 1) object[name] = Promise.resolve(value);
      else if (way === 2)
        Object.defineProperty(object, name, {
          enumerable: true,
          get: () => {
            throw new Conflict('sealed');
          },
        });
      else object[name] = value;
    }
    return object;
  }

  private scalar(name: string): unknown {
    if (this.choices.oneIn(40)) return Symbol.for('no value of any kind');
    const values: Record<string, unknown> = {
      Int: 7,
      Float: 2.5,
      Boolean: true,
      DateTime: new Date(0),
      Date: '2026-11-20',
    };
    return values[name] ?? 'text';
  }
}
