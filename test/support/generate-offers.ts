import type { CatalogueOffer } from '../../shared/domain/offer/catalogue.ts';
import type { Goal } from '../../shared/domain/offer/terms.ts';
import { UNKNOWN_TIMETABLE } from '../../shared/domain/offer/timetable-json.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import type { LocalDate } from '../../shared/domain/time/local-date.ts';
import { childcareOf } from './generated-catalogue/childcare.ts';
import { coursesOf } from './generated-catalogue/courses.ts';
import { FEEDS, framesOf } from './generated-catalogue/frames.ts';
import { apprenticeshipsOf, jobsOf } from './generated-catalogue/jobs.ts';
import { KINDS, SHARES } from './generated-catalogue/shares.ts';
import { spotsOf } from './generated-catalogue/spots.ts';
import { timetablesFrom } from './generated-catalogue/timetables.ts';
import { weightedOf } from './generated-catalogue/weighted.ts';
import { seededChance, type Chance } from './seeded-chance.ts';

/** What to make offers from: `count` that are not childcare, and `childcare` places (default 15 for each 85). */
export type OfferRecipe = {
  readonly region: Region;
  readonly today: LocalDate;
  readonly count: number;
  readonly childcare?: number;
  readonly seed: number;
};

/** The offers of `offersOf` as a list, in the order made. */
export function generateOffers(recipe: OfferRecipe): readonly CatalogueOffer[] {
  return [...offersOf(recipe)];
}

/**
 * A made-up catalogue of a city, spread as in the feeds and research named in `shares.ts`: courses, apprenticeships, jobs and
 * advice, then childcare, ids ascending within each feed. The same recipe gives the same bytes. One after another, and what
 * repeats is one object, so that a million fit into memory.
 */
export function* offersOf(recipe: OfferRecipe): Generator<CatalogueOffer> {
  const { count, childcare = Math.round((count * 15) / 85), seed } = recipe;
  const chance = seededChance(seed);
  const makers = makersOf(chance, recipe, String(count + childcare).length);
  let before: CatalogueOffer | undefined;
  for (let made = 0; made < count; made += 1) {
    const offer = makers[weightedOf(chance, KINDS)]();
    yield before !== undefined && chance() < SHARES.duplicates ? { ...offer, duplicateOf: before.id } : offer;
    before = offer;
  }
  for (let made = 0; made < childcare; made += 1) yield makers.childcare();
}

type Makers = Readonly<
  Record<'course' | 'apprenticeship' | 'job' | 'advice' | 'childcare', () => CatalogueOffer>
>;

function makersOf(chance: Chance, { region, today }: OfferRecipe, digits: number): Makers {
  const spots = spotsOf(chance, region);
  const timetables = timetablesFrom(chance, today);
  const frame = framesOf(chance, FEEDS.courses, today, digits);
  const jobs = { frame: framesOf(chance, FEEDS.jobs, today, digits), spots, today };
  const care = { frame: framesOf(chance, FEEDS.care, today, digits), spots, today };
  return {
    course: coursesOf(chance, { frame, spots, timetables, today }),
    apprenticeship: apprenticeshipsOf(chance, jobs),
    job: jobsOf(chance, jobs),
    advice: () => ({
      ...frame(),
      kind: 'advice',
      goals: ADVICE,
      places: [spots.house()],
      timetable: UNKNOWN_TIMETABLE,
      rolling: true,
    }),
    childcare: childcareOf(chance, care),
  };
}

const ADVICE: readonly Goal[] = ['orientation', 'return-to-work'];
