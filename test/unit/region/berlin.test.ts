import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { readRegion, REGIONS_FOLDER, type LoadedRegion } from '../../../shared/adapters/file/read-region.ts';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../../shared/adapters/memory/import-runs.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { formatLocalDate, parseLocalDate, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import { importFeed } from '../../../shared/use-cases/import-feed.ts';
import { deriveBerlinFiles } from '../../support/derive-berlin-points.ts';

const folder = join(REGIONS_FOLDER, 'berlin');

async function berlin(): Promise<LoadedRegion> {
  const loaded = await readRegion(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return loaded.value;
}

function day(text: string): LocalDate {
  return parseLocalDate(text)!;
}

describe('the region Berlin', () => {
  it('runs as of the day of its feed', async () => {
    const { profile } = await berlin();
    expect(profile.asOf).toEqual({
      text: '2025-03-24T06:00:00+01:00',
      instant: Date.UTC(2025, 2, 24, 5),
      date: day('2025-03-24'),
    });
  });

  it('knows a point for the postcodes with a course place or a near neighbour, and which are which', async () => {
    const { region, profile } = await berlin();
    expect(region.postcodes.size).toBe(142);
    expect(profile.postcodesWithBorrowedPoint.size).toBe(87);
    expect(profile.postcodesWithoutPoint.size).toBe(48);
    expect(region.postcodes.get('12051')).toEqual({ lat: 52.4647, lon: 13.4305 });
    expect(region.postcodes.get('12045')).toEqual(region.postcodes.get('12049'));
    expect(profile.postcodesWithBorrowedPoint.has('12045')).toBe(true);
    expect(profile.postcodesWithoutPoint.has('12347')).toBe(true);
  });

  it('has its twelve districts, each inside the city', async () => {
    const { region } = await berlin();
    expect(region.districts.size).toBe(12);
    expect(region.districts.get('neukoelln')).toEqual({
      name: 'Neukölln',
      point: { lat: 52.4686, lon: 13.4305 },
    });
    for (const { point } of region.districts.values()) {
      expect(point.lat > 52.33 && point.lat < 52.68 && point.lon > 13.08 && point.lon < 13.77).toBe(true);
    }
  });

  it('ships exactly the points that follow from the places of its courses', () => {
    const derived = deriveBerlinFiles();
    expect(readFileSync(join(folder, 'postcodes.csv'), 'utf8')).toBe(derived.postcodes);
    expect(JSON.parse(readFileSync(join(folder, 'districts.json'), 'utf8'))).toEqual(
      JSON.parse(derived.districts),
    );
  });

  it('keeps the holidays of Berlin, the one-off 8 May 2025 among them, and none of other states', async () => {
    const { publicHolidays } = (await berlin()).region;
    const of2025 = [...publicHolidays].map(formatLocalDate).filter((date) => date.startsWith('2025'));
    expect(of2025).toEqual([
      '2025-01-01',
      '2025-03-08',
      '2025-04-18',
      '2025-04-21',
      '2025-05-01',
      '2025-05-08',
      '2025-05-29',
      '2025-06-09',
      '2025-10-03',
      '2025-12-25',
      '2025-12-26',
    ]);
  });

  it('keeps the school holidays with their single days', async () => {
    const { schoolHolidays } = (await berlin()).region;
    const isFree = (text: string) =>
      schoolHolidays.some(({ first, last }) => first <= day(text) && day(text) <= last);
    for (const free of ['2025-04-14', '2025-04-25', '2025-05-02', '2025-05-30', '2025-06-10', '2025-07-24']) {
      expect(isFree(free), free).toBe(true);
    }
    for (const school of [
      '2025-04-11',
      '2025-04-28',
      '2025-05-05',
      '2025-06-11',
      '2025-07-23',
      '2025-09-08',
    ]) {
      expect(isFree(school), school).toBe(false);
    }
  });

  it('sends children who are six by 30 September to school, as Berlin does', async () => {
    const { region } = await berlin();
    expect(region.schoolEntryCutOff).toEqual({ month: 9, day: 30 });
    expect(region.bookingPresets.map((preset) => preset.weeklyHours)).toEqual([25, 35, 45]);
  });

  it('reads the real courses and invented childcare that says so', async () => {
    const { feeds } = await berlin();
    expect(feeds.map(({ id, format, sample }) => ({ id, format, sample }))).toEqual([
      { id: 'vhs-berlin', format: 'open-vhs', sample: false },
      { id: 'beispiel-betreuung', format: 'offers-json', sample: true },
    ]);
  });
});

describe('the invented childcare', () => {
  type Sample = {
    title: string;
    provider: { name: string };
    places: { postcode: string; district: string; point: { lat: number; lon: number } }[];
  };
  const samples = JSON.parse(readFileSync(join(folder, 'feeds/childcare-sample.json'), 'utf8')) as Sample[];

  it('marks every title, place and provider as sample data', () => {
    expect(samples).toHaveLength(10);
    for (const { title, provider } of samples) {
      expect(title).toMatch(/ \(Beispieldaten\)$/);
      expect(provider.name).toMatch(/ \(Beispieldaten\)$/);
    }
  });

  it('lies in postcodes and districts of the region, near their points', async () => {
    const { region } = await berlin();
    for (const { title, places } of samples) {
      const { postcode, district, point } = places[0]!;
      const middle = region.postcodes.get(postcode);
      expect(middle, title).toBeDefined();
      expect(region.districts.has(district), title).toBe(true);
      expect(
        Math.abs(point.lat - middle!.lat) < 0.02 && Math.abs(point.lon - middle!.lon) < 0.03,
        title,
      ).toBe(true);
    }
  });

  it('is read without a notice but those of the childminders, whose homes are left out', async () => {
    const { region, profile, feeds } = await berlin();
    const deps = {
      fetchFeed: createFileFeedFetcher(folder),
      offers: createMemoryOfferStore(),
      runs: createMemoryImportRuns(),
      catalogues: createMemoryCatalogueStore(),
      clock: () => profile.asOf!.instant,
      log: () => undefined,
      owner: 'test',
    };
    const feed = feeds.find(({ sample }) => sample)!;
    const input = { region, bounds: profile.boundingBox, feed, today: profile.asOf!.date };
    const report = await importFeed(deps, input);
    expect(report).toMatchObject({
      state: 'published',
      counts: { offers: 10, rejected: 0 },
      notices: [{ code: 'person-left-out', count: 2 }],
    });
  });
});
