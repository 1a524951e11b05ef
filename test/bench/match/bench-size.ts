import { join } from 'node:path';
import { readRegion, REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { generateOffers } from '../../support/generate-offers.ts';
import { generateFamilies, generateOnlyChildren } from '../../support/generate-situations.ts';
import { rounded, type Figure } from '../figures.ts';
import { timed } from '../timing.ts';
import { FAST_MATCHER, sourceOf } from './fast-matcher.ts';
import { measureIndex } from './index-figures.ts';
import { residentFigures } from './resident-figures.ts';
import { sharedPartFigures } from './shared-part-figures.ts';
import { hasLevers, planOf, type SizeOrder } from './size-plan.ts';
import { wholeMatchFigures } from './whole-match-figures.ts';

const SEED = 20_250_324;

/** All figures of one size, from one process: generated offers of Berlin, index, whole matches, the shared part. */
export async function benchSize(order: SizeOrder): Promise<readonly Figure[]> {
  const { offers: count, only } = order;
  const plan = planOf(count);
  const { region, today } = await berlin();
  const { value: offers, ms } = timed(() =>
    generateOffers({ region, today, count, childcare: plan.childcare, seed: SEED }),
  );
  const families = generateFamilies(region, order.situations, SEED);
  const figures: Figure[] = [
    {
      what: 'catalogue',
      childcare: plan.childcare,
      seed: SEED,
      generateSeconds: rounded(ms / 1000),
      note: 'Berlin, spread as test/support/generated-catalogue/shares.ts says; figures and ratios of one size are of one process',
    },
  ];
  const hasFast = only.includes('fast');
  const measured = hasFast ? measureIndex(FAST_MATCHER, offers, region, plan) : undefined;
  figures.push(...(measured?.figures ?? []));
  if (measured?.bytes !== undefined) figures.push(...(await residentFigures(measured.bytes)));
  const { rank, sharedPart } = FAST_MATCHER;
  const index = measured?.index;
  const source = index && sourceOf(index, offers);
  for (const levers of hasLevers(order) ? [false, true] : [false]) {
    figures.push(
      ...(await wholeMatchFigures({
        input: { offers, region, today, levers },
        families: levers ? families.slice(0, LEVER_SITUATIONS) : families,
        plan,
        only,
        seed: SEED,
        ...(index &&
          source && {
            rank: (input) => rank(index, source, input),
            rankAlone: (input) => {
              const alone = FAST_MATCHER.build(input.offers, region);
              return rank(alone, sourceOf(alone, input.offers), input);
            },
          }),
      })),
    );
  }
  figures.push(
    ...(await sharedPartFigures({
      offers,
      region,
      today,
      people: generateOnlyChildren(region, plan.sharedPart.plainScan, SEED),
      plan: plan.sharedPart,
      only,
      ...(index && { fast: sharedPart(index, region, today) }),
    })),
  );
  return figures.map((figure) => ({ what: figure['what'] ?? '', offers: count, ...figure }));
}

const LEVER_SITUATIONS = 100;

/** The region of all benchmarks of the matcher, on the day its data end. */
async function berlin() {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok)
    throw new Error(`the region berlin cannot be read: ${loaded.failure.code} ${loaded.failure.file}`);
  const { region, profile } = loaded.value;
  return { region, today: profile.asOf!.date };
}
