import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleFunction, type FunctionBundle } from './bundle-function.ts';
import { copyRegion, readStageFeeds, type DeployedFeed } from './region-folder.ts';
import type { StageSettings } from './stage-settings.ts';

const ROOT = join(import.meta.dirname, '..');

/** The functions of the service by name; `beside` are files they read at their own place in the project. */
export const FUNCTIONS = {
  api: { entry: 'functions/api/lambda.ts', withFeedFiles: false, beside: [] },
  web: {
    entry: 'functions/web/lambda.ts',
    withFeedFiles: false,
    beside: ['functions/web/styles/built/ltr.css', 'functions/web/styles/built/rtl.css'],
  },
  fetch: { entry: 'functions/import/lambda-fetch.ts', withFeedFiles: true, beside: [] },
  import: { entry: 'functions/import/lambda-import.ts', withFeedFiles: false, beside: [] },
  authorizer: { entry: 'functions/authorizer/lambda.ts', withFeedFiles: false, beside: [] },
  partner: { entry: 'functions/partner/lambda.ts', withFeedFiles: false, beside: [] },
  sweep: { entry: 'functions/import/lambda-sweep.ts', withFeedFiles: false, beside: [] },
  operate: { entry: 'functions/import/lambda-operate.ts', withFeedFiles: false, beside: [] },
} as const;

/** All bundles of a stage. */
export type StageBundles = Readonly<Record<keyof typeof FUNCTIONS, FunctionBundle>>;

/** What a stack is made of beside its settings. */
export type BundledStage = { readonly bundles: StageBundles; readonly feeds: readonly DeployedFeed[] };

/** Bundles the functions of a stage with the data of its region into `folder`, which is written anew. */
export async function bundleStage(
  { stage, region }: Pick<StageSettings, 'stage' | 'region'>,
  folder: string,
): Promise<BundledStage> {
  const { feeds, text: feedsText, maps, sources } = await readStageFeeds(region, stage);
  const bundleOne = async (name: keyof typeof FUNCTIONS): Promise<FunctionBundle> => {
    const { entry, withFeedFiles, beside } = FUNCTIONS[name];
    const own = join(folder, stage, name);
    await rm(own, { recursive: true, force: true });
    const bundle = await bundleFunction(entry, { folder: own, maps: join(folder, stage, 'maps') });
    const files = withFeedFiles ? [...maps, ...sources] : maps;
    await copyRegion(join(own, 'region'), { region, feedsText, files });
    for (const file of beside) {
      await mkdir(dirname(join(own, file)), { recursive: true });
      await copyFile(join(ROOT, file), join(own, file));
    }
    return bundle;
  };
  const [api, web, fetch, imports, authorizer, partner, sweep, operate] = await Promise.all([
    bundleOne('api'),
    bundleOne('web'),
    bundleOne('fetch'),
    bundleOne('import'),
    bundleOne('authorizer'),
    bundleOne('partner'),
    bundleOne('sweep'),
    bundleOne('operate'),
  ]);
  const bundles = { api, web, fetch, import: imports, authorizer, partner, sweep, operate };
  return { feeds, bundles };
}
