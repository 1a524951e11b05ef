import { join } from 'node:path';
import type { Stage } from '../../config/names.ts';
import { checkProduction, productionSentence } from '../../config/production-rules.ts';
import { failed, type Result } from '../../domain/result.ts';
import { readRegion, REGIONS_FOLDER, type LoadedRegion } from './read-region.ts';
import { describeRegionFailure } from './region-failure.ts';

/**
 * Reads a region of this project by its id and checks that a stage may serve it; the failure is a sentence for the
 * operator, naming file and cure.
 */
export async function readRegionOfStage({
  stage,
  region: id,
}: {
  readonly stage: Stage;
  readonly region: string;
}): Promise<Result<LoadedRegion, string>> {
  const read = await readRegion(join(REGIONS_FOLDER, id));
  if (!read.ok) return failed(`The region ${id} cannot be read: ${describeRegionFailure(read.failure)}`);
  const { profile, feeds } = read.value;
  const allowed = checkProduction(stage, { region: id, pinned: profile.asOf !== undefined, feeds });
  return allowed.ok ? read : failed(productionSentence(allowed.failure));
}
