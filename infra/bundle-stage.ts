import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunction, type FunctionBundle } from './bundle-function.ts';
import { copyRegion, readStageFeeds, type DeployedFeed } from './region-folder.ts';
import type { StageSettings } from './stage-settings.ts';

/** The functions of the service by name. */
export const FUNCTIONS = {
  api: { entry: 'functions/api/lambda.ts', withFeedFiles: false },
  fetch: { entry: 'functions/import/lambda-fetch.ts', withFeedFiles: true },
  import: { entry: 'functions/import/lambda-import.ts', withFeedFiles: false },
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
    const { entry, withFeedFiles } = FUNCTIONS[name];
    const own = join(folder, stage, name);
    await rm(own, { recursive: true, force: true });
    const bundle = await bundleFunction(entry, { folder: own, maps: join(folder, stage, 'maps') });
    const files = withFeedFiles ? [...maps, ...sources] : maps;
    await copyRegion(join(own, 'region'), { region, feedsText, files });
    return bundle;
  };
  const [api, fetch, imports] = await Promise.all([
    bundleOne('api'),
    bundleOne('fetch'),
    bundleOne('import'),
  ]);
  return { feeds, bundles: { api, fetch, import: imports } };
}
