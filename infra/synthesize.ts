import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { bundleStage } from './bundle-stage.ts';
import { ServiceStack } from './service-stack.ts';
import { STAGE_SETTINGS } from './stage-settings.ts';

/** Folder of the bundles beside the assets that are made of them. */
const BUNDLES = 'bundles';

/**
 * Writes the stacks of all stages to `folder`, without network, account or environment: the same sources give the same
 * bytes. Throws when a region may not be deployed to its stage.
 */
export async function synthesize(folder: string): Promise<CloudAssembly> {
  const app = await buildApp(folder);
  return app.synth();
}

/** The stacks of all stages before they are written; bundles and assets already lie in `folder`. */
export async function buildApp(folder: string): Promise<App> {
  await removeAssets(folder);
  const app = new App({
    outdir: folder,
    analyticsReporting: false,
    treeMetadata: false,
    context: {
      '@aws-cdk/aws-iam:minimizePolicies': true,
      // Where a construct was made differs from folder to folder, and says nothing the sources do not.
      'aws:cdk:disable-creation-stack-traces': true,
    },
  });
  for (const settings of STAGE_SETTINGS) {
    const stage = await bundleStage(settings, join(folder, BUNDLES));
    new ServiceStack(app, `Vereinbar-${settings.stage}`, { settings, ...stage });
  }
  return app;
}

/** What an earlier run left of functions and data; the rest is written over. */
async function removeAssets(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  const old = entries.filter((entry) => entry === BUNDLES || entry.startsWith('asset.'));
  await Promise.all(old.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
}
