import * as z from 'zod';
import { failed, ok, type Result } from '../domain/result.ts';
import { SETTING_NAMES } from './names.ts';
import { readBucket } from './read-import.ts';
import { readLocalSettings, type Environment, type LocalSettings, type SettingFailure } from './read.ts';

/** The settings of the function that recognises partners. */
export type AuthorizerSettings = Pick<LocalSettings, 'stage' | 'region' | 'table'> & {
  /** Under it the secrets of keys are sealed; 32 characters or more. */
  readonly keyPepper: string;
};

/** The settings of the function by which partners write. */
export type PartnerSettings = Pick<LocalSettings, 'stage' | 'region' | 'table'> & {
  /** Bucket of the originals. */
  readonly originalsBucket: string;
  /** Address of the queue of imports. */
  readonly importQueue: string;
};

const SHORTEST_PEPPER = 32;
const queue = z.url({ protocol: /^https?$/ });

/** Reads the settings of the function that recognises partners. */
export function readAuthorizerSettings(environment: Environment): Result<AuthorizerSettings, SettingFailure> {
  const settings = readLocalSettings(environment);
  if (!settings.ok) return settings;
  const keyPepper = environment[SETTING_NAMES.keyPepper] ?? '';
  if (keyPepper.length < SHORTEST_PEPPER)
    return wrong(SETTING_NAMES.keyPepper, `${SHORTEST_PEPPER} characters or more`);
  const { stage, region, table } = settings.value;
  return ok({ stage, region, table, keyPepper });
}

/** Reads the settings of the function by which partners write. */
export function readPartnerSettings(environment: Environment): Result<PartnerSettings, SettingFailure> {
  const settings = readLocalSettings(environment);
  if (!settings.ok) return settings;
  const importQueue = queue.safeParse(environment[SETTING_NAMES.importQueue]);
  if (!importQueue.success) return wrong(SETTING_NAMES.importQueue, 'the address of a queue');
  const bucket = readBucket(environment);
  if (!bucket.ok) return bucket;
  const { stage, region, table } = settings.value;
  return ok({ stage, region, table, importQueue: importQueue.data, originalsBucket: bucket.value });
}

function wrong(name: string, wanted: string): Result<never, SettingFailure> {
  return failed({ code: 'wrong-setting', name, wanted });
}
