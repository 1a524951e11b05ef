// Who may import what; type imports count. Each rule has a failing example under test/import-rules/examples/<rule>/, a
// small tree laid out like the project, over which a test runs these same rules.
const at = (...paths) => `^(?:${paths.join('|')})`;

const DOMAIN = 'shared/domain/';
const FEEDS = 'shared/feeds/';
const PORTS = 'shared/ports/';
const USE_CASES = 'shared/use-cases/';
const ADAPTERS = 'shared/adapters/';
const CONTRACT = 'shared/contract/';
const EXPORTS = 'shared/exports/';
const MESSAGES = 'shared/messages/';
const REGION = 'shared/region/';
const CONFIG = 'shared/config/';
const LAMBDA = 'functions/[^/]+/lambda[^/]*\\.ts$';
const LOCAL = 'functions/local/';
/** Folders beside the formats that hold what several of them share. */
const FEED_ROOMS = [`${FEEDS}xml/`, `${FEEDS}text/`, `${FEEDS}recurrence/`, `${FEEDS}zip/`];
/** The part of a function that does not know where it runs. */
const APP = 'functions/(?!local/)[^/]+/(?!lambda[^/]*\\.ts$)';

/** Files at `from` may import no file of the project but those at `allowed`. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: at(from) },
  to: { path: at('infra/', 'functions/', 'shared/'), pathNot: at(...allowed) },
});

/** Files at `from` may use no package and no module of Node (`anyNode`: all of them) but those named. */
const outside = (name, comment, from, { packages = [], node = [], anyNode = false }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: at(from) },
  to: {
    dependencyTypesNot: ['local', 'localmodule', 'unknown', 'undetermined', ...(anyNode ? ['core'] : [])],
    pathNot: [
      at('infra/', 'functions/', 'shared/', 'test/'),
      ...packages.map((found) => `(?:^|/)node_modules/(?:@types/)?${found}/`),
      ...node.map((found) => `^(?:node:)?${found}$`),
    ],
  },
});

/** Modules of Node that compute and touch nothing outside the process. */
const PURE_NODE = ['buffer', 'stream', 'string_decoder', 'util', 'zlib'];

/** The one library that an adapter is made for; every adapter may check what it reads with zod. */
const LIBRARIES = {
  dynamodb: ['@aws-sdk', '@smithy'],
  embedded: ['dynalite'],
  excel: ['read-excel-file', 'write-excel-file', 'fflate'],
  file: ['csv-parse'],
  http: ['ipaddr\\.js'],
  s3: ['@aws-sdk', '@smithy'],
  sqs: ['@aws-sdk', '@smithy'],
};
const LIBRARY_COMMENT =
  'An adapter exists for one outside library; a second one belongs in an adapter of its own.';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-module',
      comment: 'What is imported exists and is a dependency of package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package',
      comment: 'What is delivered uses no package that is there for development, but by its types.',
      severity: 'error',
      from: { path: at('functions/', 'shared/') },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-test-in-product',
      comment: 'Tests know the product, never the other way round.',
      severity: 'error',
      from: { path: at('infra/', 'functions/', 'shared/') },
      to: { path: at('test/') },
    },

    only('domain-knows-only-itself', 'The domain is true without anything around it.', DOMAIN, [DOMAIN]),
    outside(
      'domain-uses-only-zod',
      'No package but zod, nothing of Node: no clock, no chance, no I/O.',
      DOMAIN,
      {
        packages: ['zod'],
      },
    ),

    only(
      'feeds-know-only-domain',
      'A format turns bytes into offers; who stores them is not its business.',
      FEEDS,
      [FEEDS, DOMAIN],
    ),
    {
      name: 'feed-formats-apart',
      comment: 'What two formats share lies beside their folders, so that either can be taken away.',
      severity: 'error',
      from: { path: at(`${FEEDS}([^/]+)/`) },
      to: { path: at(`${FEEDS}[^/]+/`), pathNot: at(`${FEEDS}$1/`, ...FEED_ROOMS) },
    },
    outside('feeds-use-only-readers', 'Libraries that read CSV, XML, JSON or check values; no I/O.', FEEDS, {
      packages: [
        ...[
          'zod',
          'csv-parse',
          'csv-stringify',
          '@streamparser/json',
          'saxes',
          'htmlparser2',
          'entities',
          'proj4',
          'fflate',
        ],
        ...['ical\\.js', 'yauzl'],
      ],
      node: PURE_NODE,
    }),

    only('ports-know-only-domain-and-feeds', 'A port is named after what the logic needs.', PORTS, [
      PORTS,
      DOMAIN,
      FEEDS,
    ]),
    {
      name: 'ports-take-only-types',
      comment: 'A port is a shape; nothing runs in it.',
      severity: 'error',
      from: { path: at(PORTS) },
      to: { dependencyTypesNot: ['type-only'], pathNot: at(PORTS) },
    },

    only(
      'use-cases-know-no-details',
      'A use case is the order of steps; stores and transport come in.',
      USE_CASES,
      [USE_CASES, DOMAIN, FEEDS, PORTS],
    ),
    outside('use-cases-use-no-package', 'What a step needs from outside comes in by a port.', USE_CASES, {
      node: ['crypto'],
    }),

    only(
      'adapters-know-only-ports',
      'An adapter answers a port and is called by nobody it knows.',
      ADAPTERS,
      [ADAPTERS, PORTS, DOMAIN, CONFIG, REGION, FEEDS],
    ),
    {
      name: 'adapters-apart',
      comment: 'Adapters never know each other; what starts them joins them.',
      severity: 'error',
      from: { path: at(`${ADAPTERS}([^/]+)/`) },
      to: { path: at(`${ADAPTERS}[^/]+/`), pathNot: at(`${ADAPTERS}$1/`) },
    },
    {
      name: 'aws-only-in-its-adapters',
      comment: 'The SDK appears in the adapters of AWS services and nowhere else; tests may mock it.',
      severity: 'error',
      from: { path: at('infra/', 'functions/', 'shared/'), pathNot: at(`${ADAPTERS}(?:dynamodb|s3|sqs)/`) },
      to: { path: 'node_modules/@(?:aws-sdk|smithy)/' },
    },
    ...Object.entries(LIBRARIES).map(([adapter, libraries]) =>
      outside('adapters-have-one-library', LIBRARY_COMMENT, `${ADAPTERS}${adapter}/`, {
        packages: ['zod', ...libraries],
        anyNode: true,
      }),
    ),
    outside(
      'adapters-have-one-library',
      LIBRARY_COMMENT,
      `${ADAPTERS}(?!(?:${Object.keys(LIBRARIES).join('|')})/)`,
      {
        packages: ['zod'],
        anyNode: true,
      },
    ),

    only(
      'contract-knows-only-domain',
      'What partners see is mapped from the domain, whoever serves it.',
      CONTRACT,
      [CONTRACT, DOMAIN],
    ),
    outside('contract-uses-only-zod', 'The contract is schemas and mappings, free of transport.', CONTRACT, {
      packages: ['zod'],
    }),

    only(
      'exports-know-only-domain',
      'An export maps what the contract says to a format of others.',
      EXPORTS,
      [EXPORTS, CONTRACT, DOMAIN],
    ),
    outside('exports-use-only-uuid', 'What others read is written without I/O.', EXPORTS, {
      packages: ['uuid'],
    }),

    only('messages-know-only-codes', 'Sentences are looked up by codes of the domain.', MESSAGES, [
      MESSAGES,
      DOMAIN,
    ]),
    outside(
      'messages-use-only-formatter',
      'Sentences are put together by the message formatter alone.',
      MESSAGES,
      {
        packages: ['intl-messageformat', '@formatjs/[^/]+'],
      },
    ),

    only('region-knows-only-domain', 'A region is data and the schema of its files.', REGION, [
      REGION,
      DOMAIN,
    ]),
    outside('region-uses-only-zod', 'The schema of a region reads nothing itself.', REGION, {
      packages: ['zod'],
    }),

    only('config-knows-only-itself', 'Settings are names and their parsing.', CONFIG, [CONFIG, DOMAIN]),
    outside('config-uses-only-zod', 'The environment comes in as a value.', CONFIG, { packages: ['zod'] }),

    {
      name: 'functions-apart',
      comment:
        'Each function is delivered on its own; all stand on functions/rest, only the local system joins them.',
      severity: 'error',
      from: { path: at('functions/(?!local/)([^/]+)/') },
      to: { path: at('functions/[^/]+/'), pathNot: at('functions/$1/', 'functions/rest/') },
    },
    only('apps-know-no-adapter', 'An app is a pure function of its dependencies.', APP, [
      'functions/',
      USE_CASES,
      CONTRACT,
      EXPORTS,
      MESSAGES,
      DOMAIN,
      PORTS,
    ]),
    outside('apps-use-only-hono', 'An app speaks HTTP through hono and does not know where it runs.', APP, {
      packages: ['hono', '@hono/zod-openapi', 'zod'],
    }),
    {
      name: 'app-not-to-lambda',
      comment: 'lambda.ts joins an app with its adapters; neither the app nor the local system imports it.',
      severity: 'error',
      from: { path: at(APP, LOCAL) },
      to: { path: at(LAMBDA) },
    },

    only(
      'infra-names-functions-by-path',
      "The deployed shape shares only the names of settings with the code, and what makes records of a region's tables.",
      'infra/',
      ['infra/', `${CONFIG}names\\.ts$`, 'shared/adapters/file/(csv|table)-records\\.ts$'],
    ),
    outside(
      'infra-uses-only-cdk',
      'The deployed shape is CDK, the bundler and the paths of this folder.',
      'infra/',
      {
        packages: ['aws-cdk-lib', 'constructs', 'esbuild'],
        node: ['fs', 'fs/promises', 'path', 'url'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/import-rules/examples/' },
    tsPreCompilationDeps: 'specify',
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
