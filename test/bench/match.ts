import { join } from 'node:path';
import { readRegion, REGIONS_FOLDER } from '../../shared/adapters/file/read-region.ts';
import { matchOffers } from '../../shared/domain/matching/match-offers.ts';
import { generateOffers } from '../support/generate-offers.ts';
import { generateSituations } from '../support/generate-situations.ts';
import { percentilesMs, type Figure } from './figures.ts';

const SEED = 20_250_324;
const WARM_UP = 1;

/** How often and over how much to match. `levers` asks for the levers too, which match again and again. */
export type MatchBench = {
  readonly offerCounts: readonly number[];
  readonly situationCount: number;
  readonly levers: boolean;
};

/** Times the matcher over generated offers of Berlin: each situation once per number of offers. */
export async function benchMatch({
  offerCounts,
  situationCount,
  levers,
}: MatchBench): Promise<readonly Figure[]> {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok)
    throw new Error(`the region berlin cannot be read: ${loaded.failure.code} ${loaded.failure.file}`);
  const { region, profile } = loaded.value;
  const today = profile.asOf!.date;
  const situations = generateSituations(region, situationCount + WARM_UP, SEED);
  return offerCounts.map((count): Figure => {
    const offers = generateOffers({ region, today, count, seed: SEED });
    const milliseconds = situations.map((situation) => {
      const start = performance.now();
      matchOffers({ situation, offers, region, today, levers });
      return performance.now() - start;
    });
    const timed = percentilesMs(milliseconds.slice(WARM_UP));
    return { what: 'match', offers: count, levers, situations: situationCount, seed: SEED, ...timed };
  });
}
