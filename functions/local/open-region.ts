import { join } from 'node:path';
import {
  listRegions,
  readRegion,
  REGIONS_FOLDER,
  type LoadedRegion,
} from '../../shared/adapters/file/read-region.ts';
import { describeRegionFailure } from '../../shared/adapters/file/region-failure.ts';
import { SETTING_NAMES } from '../../shared/config/names.ts';
import { checkProduction, productionSentence } from '../../shared/config/production-rules.ts';
import type { LocalSettings } from '../../shared/config/read.ts';
import { failed, type Result } from '../../shared/domain/result.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';

/** Reads the region of the settings and checks that the stage allows it; the failure is the sentence for the terminal. */
export async function openRegion(
  settings: Pick<LocalSettings, 'region' | 'stage'>,
): Promise<Result<LoadedRegion, string>> {
  const known = await listRegions();
  if (!known.includes(settings.region)) {
    return failed(
      `${SETTING_NAMES.region} names the region ${settings.region}, which does not exist; it can be ${known.join(', ')}.`,
    );
  }
  const region = await readRegion(join(REGIONS_FOLDER, settings.region));
  if (!region.ok) {
    return failed(`The region ${settings.region} cannot be read: ${describeRegionFailure(region.failure)}`);
  }
  const { profile, feeds } = region.value;
  const allowed = checkProduction(settings.stage, {
    region: settings.region,
    pinned: profile.asOf !== undefined,
    feeds,
  });
  return allowed.ok ? region : failed(productionSentence(allowed.failure));
}

/** The region as the API answers for it. */
export function regionInUse({ region, profile, germanPostcodes }: LoadedRegion): RegionInUse {
  const { asOf } = profile;
  return {
    region,
    ...(asOf === undefined ? {} : { asOf }),
    postcodeExists: (postcode) => germanPostcodes.has(postcode),
  };
}
