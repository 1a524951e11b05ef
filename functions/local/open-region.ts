import { listRegions, type LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import { readRegionOfStage } from '../../shared/adapters/file/region-of-stage.ts';
import { SETTING_NAMES } from '../../shared/config/names.ts';
import type { LocalSettings } from '../../shared/config/read.ts';
import { failed, type Result } from '../../shared/domain/result.ts';

/** Reads the region of the settings and checks that the stage allows it; the failure is the sentence for the terminal. */
export async function openRegion(
  settings: Pick<LocalSettings, 'region' | 'stage'>,
): Promise<Result<LoadedRegion, string>> {
  const known = await listRegions();
  if (known.includes(settings.region)) return readRegionOfStage(settings);
  return failed(
    `${SETTING_NAMES.region} names the region ${settings.region}, which does not exist; it can be ${known.join(', ')}.`,
  );
}
