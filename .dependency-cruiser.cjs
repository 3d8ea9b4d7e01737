/** The house's arrows (STYLE.md): who may import whom. `npm run check` fails on any other. */

const src = '^subgraphs/[^/]+/src';
const graphqlPackages =
  '/node_modules/(@apollo|@graphql-tools|dataloader|graphql|graphql-scalars|graphql-ws|type-graphql)/';
const databasePackages = '/node_modules/(@mikro-orm|pg|pg-boss)/';
const withoutTests = '(^|/)(test|tests)/';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or three.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    // The benchmark's rivals have their own packages, installed when it runs. The other is a package of types and nothing else.
    forbid(
      'resolvable',
      'An import must lead somewhere.',
      { pathNot: '^tests/bench/rivals/' },
      { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    ),
    forbid(
      'subgraphs-are-strangers',
      'Subgraphs meet in the supergraph and through events in schema/, never by import.',
      { path: '^subgraphs/([^/]+)/src/' },
      { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    ),
    forbid(
      'tests-run-neighbours-whole',
      'A test may run other subgraphs beside its own, as values, and knows nothing of their inside.',
      { path: '^subgraphs/([^/]+)/test/' },
      { path: '^subgraphs/', pathNot: ['^subgraphs/$1/', '^subgraphs/[^/]+/src/index\\.ts$'] },
    ),
    forbid(
      'domain-is-pure',
      'The domain knows its own words, the caller (platform/access), the time, the errors and the events, and nothing else of ours.',
      { path: `${src}/domain/` },
      {
        path: '^(platform|schema|gateway|clients|subgraphs)/',
        pathNot: [`${src}/domain/`, '^platform/(errors|access|time)/', '^schema/'],
      },
    ),
    forbid(
      'domain-has-no-graphql',
      'The domain does not know how it is asked.',
      { path: `${src}/domain/` },
      { path: graphqlPackages },
    ),
    forbid(
      'domain-has-no-database',
      'The domain does not know how it is stored.',
      { path: `${src}/domain/` },
      { path: databasePackages },
    ),
    forbid(
      'domain-has-no-machine',
      'The domain does not read files, sockets or the clock.',
      { path: `${src}/domain/` },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'actions-do-not-know-who-asks',
      'Arrows lead from graphql and reactions to actions and queries, not back.',
      { path: `${src}/(actions|queries)/` },
      { path: `${src}/(graphql|reactions|jobs|index\\.ts)` },
    ),
    forbid(
      'actions-have-no-graphql',
      'An action is the same whoever asks.',
      { path: `${src}/(actions|queries)/` },
      { path: graphqlPackages },
    ),
    forbid(
      'reactions-have-no-graphql',
      'What happens on events and at times calls actions; it translates nothing for clients.',
      { path: `${src}/(reactions|jobs)/` },
      { path: [`${src}/graphql/`, graphqlPackages] },
    ),
    forbid(
      'store-knows-the-domain-only',
      'The store loads and saves; it decides and answers nothing.',
      { path: `${src}/store/` },
      { path: `${src}/(actions|queries|reactions|jobs|graphql|index\\.ts)` },
    ),
    forbid(
      'adapters-know-the-domain-only',
      'A folder named after what it talks to is used by actions, and uses none.',
      { path: `${src}/(?!actions|queries|reactions|jobs|graphql|store|demo|routes|domain)[^/]+/` },
      { path: `${src}/(actions|queries|reactions|jobs|graphql|index\\.ts)` },
    ),
    forbid(
      'decorators-only-under-graphql',
      'type-graphql stays where the graph is described.',
      {
        path: '^(platform|gateway|schema|clients|subgraphs)/',
        pathNot: [`${src}/graphql/`, '^platform/subgraph/', withoutTests],
      },
      { path: '/node_modules/type-graphql/' },
    ),
    forbid(
      'platform-is-mechanism',
      'The platform stands below every service and knows none.',
      { path: '^platform/' },
      { path: '^(subgraphs|gateway|clients|tests)/' },
    ),
    forbid(
      'schema-is-the-ground',
      'Event payloads are read by all, so they need nobody.',
      { path: '^schema/' },
      { path: '^(platform|subgraphs|gateway|clients|tests)/' },
    ),
    forbid(
      'one-topology-table',
      'The gateway knows the subgraphs in one place only.',
      { path: '^gateway/', pathNot: ['^gateway/src/topology/subgraphs\\.ts$', withoutTests] },
      { path: '^subgraphs/' },
    ),
    forbid(
      'clients-use-the-endpoint',
      'A client knows the platform as an integrator does: over GraphQL.',
      { path: '^clients/' },
      { path: '^(gateway|subgraphs)/' },
    ),
    forbid(
      'pages-are-built-for-the-gateway',
      'Of the clients, a server knows how the pages are built, and nothing in them.',
      { path: '^(platform|schema|subgraphs|gateway)/', pathNot: withoutTests },
      { path: '^clients/', pathNot: '^clients/web/build/build-web\\.ts$' },
    ),
    forbid(
      'workspaces-are-strangers',
      'Workspaces of the pages share what is in shared/ and graph/ and the SDK, and nothing of each other.',
      { path: '^clients/web/src/workspaces/([^/]+)/' },
      { path: '^clients/web/src/(workspaces/(?!$1/|workspace\\.ts)|shell/)' },
    ),
    forbid(
      'shared-pieces-know-no-workspace',
      'A shared piece serves all workspaces alike.',
      { path: '^clients/web/src/(shared|graph)/' },
      { path: '^clients/web/src/(workspaces|shell)/' },
    ),
    forbid(
      'pages-use-the-sdk-as-others-do',
      'The pages know of the SDK what integrators know; their documents are their own.',
      { path: '^clients/web/' },
      { path: '^clients/sdk/', pathNot: '^clients/sdk/src/index\\.ts$' },
    ),
    forbid(
      'pages-have-one-transport',
      'Sessions, sockets and resuming are the SDK’s; urql has no way of its own to the platform.',
      { path: '^clients/web/src/' },
      { path: '/node_modules/(graphql-ws|graphql-sse|graphql-request)/' },
    ),
    forbid(
      'sdk-stands-alone',
      'What integrators install needs nothing of ours.',
      { path: '^clients/sdk/src/' },
      { path: '^(platform|schema|gateway|subgraphs|tests|clients/(?!sdk/))' },
    ),
    forbid(
      'sdk-has-no-machine',
      'What integrators install runs in browsers too.',
      { path: '^clients/sdk/src/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'nothing-leans-on-tests',
      'What runs must not need tests.',
      { pathNot: withoutTests },
      { path: withoutTests, pathNot: 'node_modules' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '^\\.tsbuild/'] },
    // Types count: an import that only borrows a type is an arrow too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
