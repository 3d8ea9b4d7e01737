/** Writes the typed documents: beside each `name.graphql` a `name.graphql.ts`, checked against the supergraph. `--check` only compares. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { type DocumentNode, type GraphQLSchema, parse, printSchema } from 'graphql';

const web = join(import.meta.dirname, '..');
const supergraphFile = join(web, '../../schema/supergraph.graphql');
const scalars = { ID: 'string', DateTime: 'string', Date: 'string' };
const notice = '/** Written by `npm run codegen` from the file beside it. */';

/** Fragments are written where they are used, so that each file stands alone and workspaces do not meet in one. */
async function documentsOf(schema: DocumentNode, file: string): Promise<string> {
  const document = parse(await readFile(file, 'utf8'));
  return codegen({
    filename: `${file}.ts`,
    schema,
    documents: [{ location: file, document }],
    config: {
      inlineFragmentTypes: 'combine',
      scalars,
      strictScalars: true,
      enumType: 'string-literal',
      immutableTypes: true,
      useTypeImports: true,
      skipTypename: true,
      optimizeDocumentNode: true,
      documentNodeImport: '@urql/core#TypedDocumentNode',
    },
    plugins: [{ add: {} }, { operations: {} }, { documents: {} }],
    pluginMap: {
      add: { plugin: () => ({ content: '', prepend: [notice] }) },
      operations,
      documents,
    },
  });
}

async function filesEndingIn(end: string): Promise<string[]> {
  const entries = await readdir(join(web, 'src'), { recursive: true });
  return entries.filter((name) => name.endsWith(end)).map((name) => join(web, 'src', name));
}

const api: GraphQLSchema = Supergraph.build(await readFile(supergraphFile, 'utf8'), {
  supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
})
  .apiSchema()
  .toGraphQLJSSchema();
const schema = parse(printSchema(api));
const sources = await filesEndingIn('.graphql');
const stale: string[] = [];
const check = process.argv.includes('--check');
for (const file of sources) {
  const written = await readFile(`${file}.ts`, 'utf8').catch(() => '');
  const wanted = await documentsOf(schema, file);
  if (written === wanted) continue;
  stale.push(relative(web, file));
  if (!check) await writeFile(`${file}.ts`, wanted);
}
for (const file of await filesEndingIn('.graphql.ts')) {
  if (sources.includes(file.slice(0, -'.ts'.length))) continue;
  stale.push(relative(web, file));
  if (!check) await rm(file);
}
if (check && stale.length > 0) {
  process.stdout.write(`Stale typed documents, run \`npm run codegen\`:\n${stale.join('\n')}\n`);
  process.exitCode = 1;
}
