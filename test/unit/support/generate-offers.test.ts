import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRegion, REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import { CARE_KINDS } from '../../../shared/domain/offer/terms.ts';
import { kilometresBetween } from '../../../shared/domain/place/great-circle.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { SHARES } from '../../support/generated-catalogue/shares.ts';
import { generateOffers, offersOf, type OfferRecipe } from '../../support/generate-offers.ts';

const today = parseLocalDate('2025-03-24')!;
let region: Region;
let recipe: OfferRecipe;
let offers: readonly CatalogueOffer[];
let courses: readonly CatalogueOffer[];

beforeAll(async () => {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok) throw new Error(loaded.failure.code);
  region = loaded.value.region;
  recipe = { region, today, count: 20_000, childcare: 3000, seed: 1 };
  offers = generateOffers(recipe);
  courses = offers.filter((offer) => offer.kind === 'course');
});

type Claim = (offer: CatalogueOffer) => boolean;

function shareOf(test: Claim, among: readonly CatalogueOffer[]): number {
  return among.filter(test).length / among.length;
}

/** Within three hundredths, which is four times what chance does to a share of 10,000 that repeats as these do. */
function expectShare(test: Claim, among: readonly CatalogueOffer[], share: number): void {
  expect(Math.abs(shareOf(test, among) - share)).toBeLessThan(0.03);
}

const hasTimes: Claim = ({ timetable: { weekly, dated } }) => weekly.length + dated.length > 0;
const hasDates: Claim = ({ timetable: { first } }) => first !== undefined;
const namesPlaces: Claim = ({ timetable: { dated } }) =>
  dated.some(({ place, online }) => (place ?? online) !== undefined);

/** The minutes of one session; full-time training has at least seven hours, part-time training at most five. */
function minutesOf({ timetable: { weekly, dated } }: CatalogueOffer): number {
  const [session] = [...weekly, ...dated];
  return session!.to - session!.from;
}

describe('generated offers', () => {
  it('are as many of each as asked for, with ids that differ and ascend within their feed', () => {
    expect(offers.length).toBe(23_000);
    expect(offers.filter(({ kind }) => kind === 'childcare').length).toBe(3000);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(23_000);
    for (const feed of new Set(offers.map(({ freshness }) => freshness.feed))) {
      const ids = offers.filter((offer) => offer.freshness.feed === feed).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it('hold the shares of part time, dates and times that feeds and research have', () => {
    expectShare(hasDates, courses, 1 - SHARES.withoutDates);
    expectShare(hasTimes, courses, SHARES.timesStated + SHARES.timesFromText);
    const timed = courses.filter(hasTimes);
    const { timesStated, timesFromText } = SHARES;
    const ofTimed = timesStated / (timesStated + timesFromText);
    expectShare(({ timetable }) => timetable.certainty === 'stated', timed, ofTimed);
    expectShare((offer) => minutesOf(offer) < 400, timed, SHARES.partTime);
  });

  it('have weekly and dated courses, rolling entry, several dates of one course and duplicates', () => {
    const fixed = courses.filter(
      (offer) => hasTimes(offer) && hasDates(offer) && offer.leadsTo === undefined,
    );
    expectShare(({ timetable }) => timetable.dated.length > 0, fixed, SHARES.dated);
    expectShare(
      ({ rolling }) => rolling,
      courses.filter((offer) => !hasDates(offer)),
      SHARES.rolling,
    );
    expectShare(({ course }) => course !== undefined, courses, SHARES.oneOfSeveralDates);
    expectShare(({ duplicateOf }) => duplicateOf !== undefined, offers, SHARES.duplicates);
  });

  it('have places of every precision, several sessions’ places, and sessions partly online', () => {
    const precisions = new Set(courses.flatMap(({ places }) => places.map(({ precision }) => precision)));
    expect([...precisions].sort()).toEqual(['city', 'district', 'none', 'postcode', 'street']);
    expectShare(({ online, places }) => online && places.length === 0, courses, SHARES.online);
    const atPlaces = courses.filter((offer) => namesPlaces(offer) && offer.places.length === 2);
    const partlyOnline = courses.filter((offer) => namesPlaces(offer) && offer.places.length === 1);
    expect(atPlaces.length).toBeGreaterThan(20);
    expect(partlyOnline.length).toBeGreaterThan(5);
  });

  it('repeat timetables and houses of courses about as often as the real feed of Berlin', () => {
    const some = generateOffers({ ...recipe, count: 1865, childcare: 0 }).filter(
      ({ kind }) => kind === 'course',
    );
    const fixed = some.filter((offer) => hasTimes(offer) && hasDates(offer) && offer.leadsTo === undefined);
    const timetables = new Set(fixed.map(({ timetable }) => JSON.stringify(timetable))).size / fixed.length;
    const venues = new Set(some.flatMap(({ places }) => places)).size;
    // Among 1,156 courses of the feed: 997 timetables, 997 / 1,156 = 0.86, and 97 places.
    expect(timetables).toBeGreaterThan(0.75);
    expect(timetables).toBeLessThan(0.97);
    expect(venues).toBeGreaterThan(70);
    expect(venues).toBeLessThan(130);
  });

  it('say of jobs mostly the parts of the day', () => {
    const jobs = offers.filter(({ kind }) => kind === 'job');
    const { jobsWithTimes, jobsWithoutTimes } = SHARES;
    expectShare(({ dayParts }) => dayParts !== undefined, jobs, 1 - jobsWithTimes - jobsWithoutTimes);
    expectShare(hasTimes, jobs, jobsWithTimes);
  });

  it('have childcare of each kind but schools, with booking classes, hours and counts', () => {
    const care = offers.filter(({ kind }) => kind === 'childcare');
    const kinds = new Set(care.map((offer) => offer.care!.kind));
    expect([...kinds].sort()).toEqual(
      CARE_KINDS.filter((kind) => kind !== 'school' && kind !== 'family').toSorted(),
    );
    expect(new Set(care.flatMap((offer) => offer.care!.bookedHours))).toEqual(new Set([25, 35, 45]));
    expectShare((offer) => offer.care!.openings.length === 0, care, SHARES.careHoursUnknown);
    expectShare((offer) => offer.care!.free !== undefined, care, SHARES.careFreeStated);
  });

  it('lie all over the city, denser in the middle', () => {
    const known = offers.flatMap(({ places }) => places.flatMap(({ point }) => (point ? [point] : [])));
    const far = known
      .map((point) => kilometresBetween(point, region.centre))
      .sort((one, other) => one - other);
    const middle = far[Math.floor(far.length / 2)]!;
    // The points of Berlin's postcodes: half within 7.0 km of the middle, nine in ten within 14.0 km.
    expect(middle).toBeGreaterThan(5.5);
    expect(middle).toBeLessThan(9);
    expect(far.at(-1)).toBeGreaterThan(14);
  });
});

describe('the same recipe', () => {
  const bytesOf = (one: OfferRecipe) =>
    createHash('sha256')
      .update(canonicalJson(generateOffers(one)))
      .digest('hex');

  it('gives the same bytes, and another seed others', () => {
    const small = { ...recipe, count: 1000, childcare: 150 };
    expect(bytesOf(small)).toBe(bytesOf({ ...small }));
    expect(bytesOf({ ...small, seed: 2 })).not.toBe(bytesOf(small));
  });

  it('gives the same offers one by one as all at once', () => {
    const small = { ...recipe, count: 300, childcare: 40 };
    expect([...offersOf(small)]).toEqual(generateOffers(small));
  });
});
