/** The published schema keeps every name, type and nullability that integrators were promised, and explains all it has. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  specifiedScalarTypes,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type InputValueDefinitionNode,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { publishedSchema } from '../harness/published-schema.ts';

/** The contract belongs to the project's surroundings and not to its repository. */
const folder = process.env['HUIZHEN_SHARED'] ?? fileURLToPath(new URL('../../../shared/', import.meta.url));
const contract = join(folder, 'API.graphql');
const missing = !existsSync(contract);
const why = missing ? ' (skipped: no ../shared/API.graphql here; set HUIZHEN_SHARED to its folder)' : '';

const schema = await publishedSchema();

describe.skipIf(missing)(`the contract${why}`, () => {
  test('every type, field, argument, value and operation is published as promised', async () => {
    const { definitions } = parse(await readFile(contract, 'utf8'));
    expect(definitions.length).toBeGreaterThan(60);
    expect(definitions.flatMap(faultsOf)).toEqual([]);
  });
});

test('every type, field, argument and value of the published schema says what it is', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !specifiedScalarTypes.some(({ name }) => name === type.name),
  );
  expect(own.flatMap(unexplained)).toEqual([]);
});

/** Codes travel in the errors' extensions and not in the schema. */
const elsewhere = new Set(['ErrorCode']);

function faultsOf(node: DefinitionNode): string[] {
  if (!('name' in node) || node.name === undefined || elsewhere.has(node.name.value)) return [];
  const name = node.name.value;
  const type = schema.getType(name);
  if (!type) return [`${name} is missing`];
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION && isObjectType(type))
    return (node.fields ?? []).flatMap((field) => fieldFaults(name, field, type.getFields()[field.name.value]));
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && isInputObjectType(type))
    return inputFaults(name, node.fields ?? [], Object.values(type.getFields()));
  if (node.kind === Kind.ENUM_TYPE_DEFINITION && isEnumType(type))
    return (node.values ?? [])
      .filter((value) => !type.getValue(value.name.value))
      .map((value) => `${name}.${value.name.value} is missing`);
  return [`${name} is of another kind`];
}

function fieldFaults(type: string, promised: FieldDefinitionNode, field?: GraphQLField<unknown, unknown>): string[] {
  const path = `${type}.${promised.name.value}`;
  if (!field) return [`${path} is missing`];
  const wanted = print(promised.type);
  const faults = wanted === String(field.type) ? [] : [`${path} is ${String(field.type)}, not ${wanted}`];
  return [...faults, ...inputFaults(path, promised.arguments ?? [], field.args)];
}

type Input = Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>;

/** What is added must be optional, or yesterday's clients break. */
function inputFaults(path: string, promised: readonly InputValueDefinitionNode[], inputs: readonly Input[]): string[] {
  const names = promised.map(({ name }) => name.value);
  const demanded = inputs.filter((input) => !names.includes(input.name) && isRequired(input));
  return [
    ...promised.flatMap((input) => inputFault(path, input, inputs)),
    ...demanded.map(({ name }) => `${path}(${name}) is required and was not promised`),
  ];
}

function inputFault(path: string, promised: InputValueDefinitionNode, inputs: readonly Input[]): string[] {
  const input = inputs.find(({ name }) => name === promised.name.value);
  const place = `${path}(${promised.name.value})`;
  if (!input) return [`${place} is missing`];
  const wanted = print(promised.type);
  const typed = wanted === String(input.type) ? [] : [`${place} is ${String(input.type)}, not ${wanted}`];
  const byDefault = promised.defaultValue && print(promised.defaultValue);
  const same = byDefault === undefined || byDefault === String(input.defaultValue);
  return same ? typed : [...typed, `${place} is ${String(input.defaultValue)} by default, not ${byDefault}`];
}

function isRequired({ type, defaultValue }: Input): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function unexplained(type: GraphQLNamedType): string[] {
  return [['', type] as const, ...partsOf(type)]
    .filter(([, { description }]) => !description?.trim())
    .map(([path, { name }]) => `${path}${name}`);
}

function partsOf(type: GraphQLNamedType): (readonly [string, Described])[] {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.`, value]);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [`${type.name}.`, field]);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.`, field] as const,
    ...field.args.map((argument) => [`${type.name}.${field.name} argument `, argument] as const),
  ]);
}
