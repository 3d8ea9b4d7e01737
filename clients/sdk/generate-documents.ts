/** `npm run codegen` writes typed documents of src/operations; with --check it fails when the checked-in ones are others. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, isInputObjectType, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

const operations = new URL('./src/operations/', import.meta.url);
const generated = new URL('./src/generated/', import.meta.url);
const api = new URL('../../schema/api.graphql', import.meta.url);
const head = '/** Written by `npm run codegen`; do not edit. */\n/* oxlint-disable */\n';

const schema = buildSchema(await readFile(api, 'utf8'));
const files = new Map([
  ['documents.ts', head + (await documentsFor(schema))],
  ['keyed-inputs.ts', head + keyedInputs(schema)],
]);
const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
if (values.check) await check();
else for (const [name, text] of files) await writeFile(new URL(name, generated), text);

async function check(): Promise<void> {
  for (const [name, text] of files) {
    if ((await readFile(new URL(name, generated), 'utf8').catch(() => '')) === text) continue;
    process.stderr.write(`clients/sdk/src/generated/${name} is not what the schema says. Run "npm run codegen".\n`);
    process.exitCode = 1;
  }
}

async function documentsFor(theSchema: GraphQLSchema): Promise<string> {
  const documents = await readOperations();
  const faults = documents.flatMap(({ document, location }) =>
    validate(theSchema, document).map(({ message }) => `${location}: ${message}`),
  );
  // Fragments are shared between files, so that one file alone need not be whole.
  const real = faults.filter((fault) => !/Unknown fragment|is never used/.test(fault));
  if (real.length > 0) throw new Error(real.join('\n'));
  return codegen({
    filename: 'documents.ts',
    schema: parse(await readFile(api, 'utf8')),
    schemaAst: theSchema,
    documents,
    config: {
      useTypeImports: true,
      immutableTypes: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      optimizeDocumentNode: true,
      skipTypename: true,
      scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: operationTypes, documents: typedDocuments },
  });
}

async function readOperations(): Promise<{ location: string; document: DocumentNode }[]> {
  const names = (await readdir(operations)).filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(
    names.map(async (location) => ({
      location,
      document: parse(await readFile(new URL(location, operations), 'utf8')),
    })),
  );
}

/** The inputs that take an idempotency key: the client gives them one. */
function keyedInputs(theSchema: GraphQLSchema): string {
  const names = Object.values(theSchema.getTypeMap())
    .filter((type) => isInputObjectType(type) && 'idempotencyKey' in type.getFields())
    .map(({ name }) => `  '${name}',\n`);
  return `export const keyedInputs: ReadonlySet<string> = new Set([\n${names.join('')}]);\n`;
}
