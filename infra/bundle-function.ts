import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build, type Metafile, type OnLoadResult, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');

/** A function as it is deployed: its code and the folder it lies in. */
export type FunctionBundle = {
  /** Folder that becomes the zip. */
  readonly folder: string;
  /** `<path>.<export>` as Lambda wants it. */
  readonly handler: string;
  /** Size of the code that is read at the start, minified, not packed. */
  readonly bytes: number;
  /** Operations of AWS services that the code can call, as the policy names them (`dynamodb:GetItem`), ascending. */
  readonly actions: readonly string[];
};

/** zod's error texts in all languages, a fifth of a bundle; nothing of them is ever shown. English stays as the default. */
const WITHOUT_LOCALES: Plugin = {
  name: 'without-zod-locales',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/][^\\/]+\.js$/ }, ({ path }) =>
      ['en.js', 'index.js'].includes(basename(path)) ? undefined : { contents: 'export default () => ({});' },
    );
  },
};

/** A function finds its credentials in its environment; the SDK's search through files, prompts and hosts is 90 KiB. */
const ENVIRONMENT_CREDENTIALS: Plugin = {
  name: 'environment-credentials',
  setup(bundler) {
    const filter = /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/;
    bundler.onLoad({ filter }, ({ path }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: dirname(path),
    }));
  },
};

/** What @hono/zod-openapi does with zod as a whole: it adds a method to schemas, which ours do not use, and hands zod on. */
const ZOD_AS_A_WHOLE = ['import { z } from "zod";', 'extendZodWithOpenApi(z);', ', z };'] as const;

/** Without it zod as a whole, 94 KiB more, would come along: only what is named in an import can be left out. */
const WITHOUT_ZOD_AS_A_WHOLE: Plugin = {
  name: 'without-zod-as-a-whole',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]@hono[\\/]zod-openapi[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const missing = ZOD_AS_A_WHOLE.find((part) => text.split(part).length !== 2);
      if (missing !== undefined) return { errors: [{ text: `${basename(path)} no longer says ${missing}` }] };
      const [imported, extended, handedOn] = ZOD_AS_A_WHOLE;
      const contents = text.replace(imported, '').replace(extended, '').replace(handedOn, ' };');
      return { contents, resolveDir: dirname(path) };
    });
  },
};

/**
 * What writes schemas down for others to read, 45 KiB: the OpenAPI document is a file of the project, and no function makes
 * one. What checks values stays as it is.
 */
const WITHOUT_DESCRIBING: Plugin = {
  name: 'without-describing',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]@asteasolutions[\\/]zod-to-openapi[\\/]dist[\\/]index\.mjs$/ }, () => ({
      contents: `
        const nothing = () => undefined;
        export class OpenAPIRegistry {
          registerPath = nothing; registerComponent = nothing; registerWebhook = nothing;
          register = nothing; registerParameter = nothing; definitions = [];
        }
        export class OpenApiGeneratorV3 {}
        export class OpenApiGeneratorV31 {}
        export const extendZodWithOpenApi = nothing, getOpenApiMetadata = nothing;`,
    }));
    bundler.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, ({ path }) =>
      withoutBodies(path, 0),
    );
    bundler.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/ }, ({ path }) =>
      withoutBodies(path, '// ==================== SIMPLE TYPE PROCESSORS'),
    );
  },
};

/** A module of which what follows `from` does nothing any more: its exports are there and give an empty object. */
async function withoutBodies(path: string, from: string | 0): Promise<OnLoadResult> {
  const text = await readFile(path, 'utf8');
  const at = from === 0 ? 0 : text.indexOf(from);
  if (at === -1) return { errors: [{ text: `${basename(path)} no longer says ${String(from)}` }] };
  const exported = text.slice(at).matchAll(/^export (?:const|function) (\w+)/gm);
  const empty = [...exported].map(([, name = '']) => `export const ${name} = () => ({});`);
  return { contents: [text.slice(0, at), ...empty].join('\n'), resolveDir: dirname(path) };
}

/** CommonJS packages inside a module ask for `require`. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

const MOST_CHARACTERS_A_LINE = 500;

/**
 * Bundles `entry` (a path of the project such as `functions/api/lambda.ts`) to the same path below `folder`, so that what
 * it finds beside itself lies there as in the project. What is imported only when needed, such as the sentences of a
 * language, becomes a part beside it. Source maps go to `maps`, outside the zip.
 */
export async function bundleFunction(
  entry: string,
  at: { readonly folder: string; readonly maps: string },
): Promise<FunctionBundle> {
  const path = entry.replace(/\.ts$/, '');
  const built = await build({
    entryPoints: [{ in: join(ROOT, entry), out: path }],
    absWorkingDir: ROOT,
    outdir: at.folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: `${dirname(path)}/[name]-[hash]`,
    minify: true,
    // An error at the start is printed with its line of the source: of a very long one nothing follows, the reason neither.
    lineLimit: MOST_CHARACTERS_A_LINE,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [WITHOUT_LOCALES, ENVIRONMENT_CREDENTIALS, WITHOUT_ZOD_AS_A_WHOLE, WITHOUT_DESCRIBING],
  });
  for (const { path: file, contents } of built.outputFiles) {
    const target = file.endsWith('.map') ? join(at.maps, relative(at.folder, file)) : file;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, contents);
  }
  return {
    folder: at.folder,
    handler: `${path}.handler`,
    bytes: bytesAtStart(built.metafile, entry),
    actions: actionsOf(built.metafile),
  };
}

/** Bytes of the entry and of all parts it imports at once. */
function bytesAtStart({ outputs }: Metafile, entry: string): number {
  const open = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entry);
  const read = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (read.has(path)) continue;
    read.add(path);
    const imports = outputs[path]?.imports ?? [];
    open.push(...imports.filter(({ kind }) => kind === 'import-statement').map(({ path: found }) => found));
  }
  return [...read].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}

const COMMAND = /@aws-sdk\/client-(dynamodb|s3|sqs)\/.*\/(\w+)Command\.js$/;

/** What the SDK carries along for kinds of endpoints that are not used here; none of our calls leads to them. */
const NEVER_CALLED = ['dynamodb:DescribeEndpoints', 's3:CreateSession'];

function actionsOf({ outputs }: Metafile): readonly string[] {
  const actions = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const [, service = '', operation = ''] = COMMAND.exec(path) ?? [];
      return operation === '' || bytesInOutput === 0 ? [] : [`${service}:${operation}`];
    }),
  );
  return [...new Set(actions)].filter((action) => !NEVER_CALLED.includes(action)).toSorted();
}
