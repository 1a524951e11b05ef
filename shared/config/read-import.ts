import * as z from 'zod';
import { failed, ok, type Result } from '../domain/result.ts';
import { SETTING_NAMES } from './names.ts';
import { readLocalSettings, type Environment, type LocalSettings, type SettingFailure } from './read.ts';

/** The settings of the function that fetches feeds; it knows no table. */
export type FetchSettings = Pick<LocalSettings, 'stage' | 'region'> & {
  /** Bucket of the originals. */
  readonly originalsBucket: string;
  /** Address of the queue of imports. */
  readonly importQueue: string;
};

/** The settings of the function that carries out what operators order. */
export type OperateSettings = Pick<LocalSettings, 'stage' | 'region' | 'table'> & {
  readonly originalsBucket: string;
};

/** The settings of the function that imports feeds; `fetchQueue` is the address of the queue of fetches. */
export type ImportSettings = OperateSettings & { readonly fetchQueue: string };

const bucket = z.string().regex(/^[a-z0-9.-]{3,63}$/);
const queue = z.url({ protocol: /^https?$/ });

/** Reads the settings of the function that fetches. */
export function readFetchSettings(environment: Environment): Result<FetchSettings, SettingFailure> {
  const settings = readLocalSettings(environment);
  if (!settings.ok) return settings;
  const originalsBucket = readBucket(environment);
  if (!originalsBucket.ok) return originalsBucket;
  const importQueue = queue.safeParse(environment[SETTING_NAMES.importQueue]);
  if (!importQueue.success) return wrong(SETTING_NAMES.importQueue, 'the address of a queue');
  const { stage, region } = settings.value;
  return ok({ stage, region, originalsBucket: originalsBucket.value, importQueue: importQueue.data });
}

/** Reads the settings of the function that imports. */
export function readImportSettings(environment: Environment): Result<ImportSettings, SettingFailure> {
  const settings = readOperateSettings(environment);
  if (!settings.ok) return settings;
  const fetchQueue = queue.safeParse(environment[SETTING_NAMES.fetchQueue]);
  return fetchQueue.success
    ? ok({ ...settings.value, fetchQueue: fetchQueue.data })
    : wrong(SETTING_NAMES.fetchQueue, 'the address of a queue');
}

/** Reads the settings of the function that carries out orders. */
export function readOperateSettings(environment: Environment): Result<OperateSettings, SettingFailure> {
  const settings = readLocalSettings(environment);
  if (!settings.ok) return settings;
  const originalsBucket = readBucket(environment);
  if (!originalsBucket.ok) return originalsBucket;
  const { stage, region, table } = settings.value;
  return ok({ stage, region, table, originalsBucket: originalsBucket.value });
}

/** The bucket of the originals. */
export function readBucket(environment: Environment): Result<string, SettingFailure> {
  const name = bucket.safeParse(environment[SETTING_NAMES.originalsBucket]);
  return name.success ? ok(name.data) : wrong(SETTING_NAMES.originalsBucket, 'the name of a bucket');
}

function wrong(name: string, wanted: string): Result<never, SettingFailure> {
  return failed({ code: 'wrong-setting', name, wanted });
}
