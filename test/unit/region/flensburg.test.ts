import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { checkProduction } from '../../../shared/config/production-rules.ts';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { deriveFlensburgFiles } from '../../support/derive-flensburg-files.ts';
import { importRegion, type ImportedRegion } from '../../support/region-in-memory.ts';
import { day } from '../../support/some-offer.ts';

const folder = join(REGIONS_FOLDER, 'flensburg');
const today = day('2026-11-22');
let flensburg: ImportedRegion;

beforeAll(async () => {
  flensburg = await importRegion('flensburg', today);
});

const shipped = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the region Flensburg', () => {
  it.each(['postcodes.csv', 'public-holidays.csv', 'school-holidays.csv'])(
    'ships %s exactly as it follows from its sources',
    async (file) => {
      expect(shipped(file)).toBe((await deriveFlensburgFiles())[file]);
    },
  );

  it('ships the points of its thirteen districts exactly as they follow from its Kitas', async () => {
    const derived = (await deriveFlensburgFiles())['districts.json']!;
    expect(JSON.parse(shipped('districts.json'))).toEqual(JSON.parse(derived));
    expect(flensburg.loaded.region.districts.size).toBe(13);
    for (const { point } of flensburg.loaded.region.districts.values())
      expect(point.lat > 54.74 && point.lat < 54.84 && point.lon > 9.36 && point.lon < 9.52).toBe(true);
  });

  it('has a point for each of its five postcodes, and none for the one in its list that does not exist', () => {
    expect([...flensburg.loaded.region.postcodes.keys()]).toEqual([
      ...['24937', '24939', '24941', '24943', '24944'],
    ]);
  });

  it('keeps the holidays of Schleswig-Holstein, not those of its islands or of other lands', () => {
    const { publicHolidays, schoolHolidays } = flensburg.loaded.region;
    const days = [...publicHolidays].map(formatLocalDate).filter((date) => date.startsWith('2027'));
    expect(days).toHaveLength(10);
    expect(days).toContain('2027-10-31');
    expect(days).not.toContain('2027-11-01');
    const isFree = (text: string) =>
      schoolHolidays.some(({ first, last }) => first <= day(text) && day(text) <= last);
    for (const free of ['2027-05-07', '2027-07-03', '2027-08-14', '2027-10-11'])
      expect(isFree(free), free).toBe(true);
    for (const school of ['2027-08-16', '2027-10-04', '2027-10-09'])
      expect(isFree(school), school).toBe(false);
  });
});

describe('its feeds', () => {
  it('are read: the Kitas of the city, all in a district it knows, and a marked sample', () => {
    expect(
      flensburg.reports.map(({ feed, state, counts }) => [feed, state, counts.offers, counts.rejected]),
    ).toEqual([
      ['kitas', 'published', 70, 0],
      ['beispiel-angebote', 'published', 8, 0],
    ]);
    const real = flensburg.offers.filter(({ freshness }) => freshness.sample !== true);
    const { districts } = flensburg.loaded.region;
    for (const { title, places, care } of real) {
      expect(districts.has(places[0]?.district ?? ''), title).toBe(true);
      expect(care?.free, title).toBeUndefined();
    }
  });

  it('say of everything made up that it is, and are not released for production', () => {
    const sample = flensburg.offers.filter(({ freshness }) => freshness.sample === true);
    expect(sample).toHaveLength(8);
    for (const { title, provider } of sample)
      expect(`${title} ${provider.name}`).toMatch(/\(Beispieldaten\).*\(Beispieldaten\)$/);
    const { feeds } = flensburg.loaded;
    expect(feeds.filter(({ production }) => production)).toEqual([]);
    expect(checkProduction('production', { region: 'flensburg', pinned: false, feeds }).ok).toBe(false);
  });

  it('place the sample at the points of its postcodes', () => {
    const { postcodes } = flensburg.loaded.region;
    const places = flensburg.offers
      .filter(({ freshness }) => freshness.sample === true)
      .flatMap((offer) => offer.places);
    expect(places.length).toBeGreaterThan(5);
    for (const { postcode, point, precision } of places)
      expect([precision, point]).toEqual(['postcode', postcodes.get(postcode!)]);
  });
});

describe('a family of Flensburg', () => {
  const situation = {
    goals: ['german', 'further-training', 'vocational-degree', 'return-to-work'],
    home: { postcode: '24943' },
    travel: { by: 'transit', maxMinutes: 45 },
    children: [
      {
        ageMonths: 40,
        care: [
          {
            kind: 'kita',
            hours: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '07:30', to: '14:30' }],
            place: { postcode: '24943' },
          },
        ],
      },
      { ageMonths: 20, care: [] },
    ],
    german: 'B1',
    schooling: 'hauptschule',
    degree: 'none',
    age: 28,
    busy: [],
    from: '2027-01-04',
    until: '2027-12-31',
  };

  function match() {
    const { region, germanPostcodes } = flensburg.loaded;
    const lookup = { region, postcodeExists: (code: string) => germanPostcodes.has(code) };
    const mapped = toSituation(explanationRequest.parse(situation), lookup);
    if (!mapped.ok) throw new Error(JSON.stringify(mapped.failure));
    return matchOffers({ situation: mapped.value, offers: flensburg.offers, region, today, levers: false });
  }

  it('finds what fits, what nearly fits, and whom to ask', () => {
    expect(match().counts).toEqual({ fits: 1, 'fits-with-care': 0, nearly: 1, ask: 4, no: 1 });
  });

  it('is offered places of the real list for the child without one, but never promised one', () => {
    const course = match().matches.find(({ offer }) => offer.id === 'beispiel-angebote:kurs-2');
    const proposals = (course?.care ?? []).flatMap((care) => care.proposals);
    expect(course?.verdict).toBe('ask');
    expect(proposals.map(({ offer }) => offer.freshness.feed)).toEqual(['kitas', 'kitas', 'kitas']);
    expect(proposals.map(({ open }) => open)).toEqual(proposals.map(() => ['place-not-known']));
  });

  it('is told no notice that a law of another land asks for', () => {
    const heeds = match().matches.flatMap((found) => found.heeds.map(({ id }) => id));
    expect(heeds).toContain('settling-in');
    expect(heeds).not.toContain('care-notice');
  });
});
