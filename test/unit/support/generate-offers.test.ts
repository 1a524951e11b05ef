import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRegion, REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { generateOffers, SHARES } from '../../support/generate-offers.ts';
import { generateSituations } from '../../support/generate-situations.ts';

const today = parseLocalDate('2025-03-24')!;
let region: Region;
let offers: readonly CatalogueOffer[];

beforeAll(async () => {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok) throw new Error(loaded.failure.code);
  region = loaded.value.region;
  offers = generateOffers({ region, today, count: 4000, seed: 1 });
});

const shareOf = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;

describe('generated offers', () => {
  it('come out the same for the same seed and others for another', () => {
    expect(generateOffers({ region, today, count: 50, seed: 7 })).toEqual(
      generateOffers({ region, today, count: 50, seed: 7 }),
    );
    expect(generateOffers({ region, today, count: 50, seed: 8 })).not.toEqual(
      generateOffers({ region, today, count: 50, seed: 7 }),
    );
  });

  it('have ids that differ', () => {
    expect(new Set(offers.map((offer) => offer.id)).size).toBe(4000);
  });

  it('hold the shares they promise', () => {
    const courses = offers.filter((offer) => offer.kind === 'course');
    const dated = courses.filter(({ timetable }) => timetable.weekly.length + timetable.dated.length > 0);
    const lengthOf = ({ timetable: { weekly, dated: sessions } }: CatalogueOffer) => {
      const [slot] = [...weekly, ...sessions];
      return slot!.to - slot!.from;
    };
    const partTime = dated.filter((offer) => lengthOf(offer) <= 300);
    expect(Math.abs(shareOf(courses, offers) - (1 - SHARES.childcare))).toBeLessThan(0.03);
    expect(Math.abs(shareOf(dated, courses) - (1 - SHARES.withoutDates))).toBeLessThan(0.03);
    expect(Math.abs(shareOf(partTime, dated) - SHARES.partTime)).toBeLessThan(0.04);
  });
});

it('makes situations that come out the same for the same seed, at home in the region', () => {
  const situations = generateSituations(region, 30, 3);
  expect(generateSituations(region, 30, 3)).toEqual(situations);
  expect(situations.every(({ home }) => region.postcodes.has(home!.postcode!))).toBe(true);
  expect(situations.some(({ children }) => children.length > 1)).toBe(true);
});
