import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { checkProduction } from '../../../shared/config/production-rules.ts';
import { kilometresBetween } from '../../../shared/domain/place/great-circle.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { deriveDortmundFiles } from '../../support/derive-dortmund-files.ts';
import { importRegion, type ImportedRegion } from '../../support/region-in-memory.ts';
import { day } from '../../support/some-offer.ts';
import { dortmundSample } from '../../support/write-dortmund-sample.ts';

const folder = join(REGIONS_FOLDER, 'dortmund');
let dortmund: ImportedRegion;

beforeAll(async () => {
  dortmund = await importRegion('dortmund', day('2026-11-22'));
});

const shipped = (file: string) => readFileSync(join(folder, file), 'utf8');
const sample = () => dortmund.offers.filter(({ freshness }) => freshness.sample === true);
const share = (part: number, whole: number) => Math.round((part / whole) * 100) / 100;

describe('the region Dortmund', () => {
  it('runs on the clock', () => {
    expect(dortmund.loaded.profile).not.toHaveProperty('asOf');
  });

  it.each(['postcodes.csv', 'streets.csv', 'public-holidays.csv', 'school-holidays.csv'])(
    'ships %s exactly as it follows from its sources',
    (file) => {
      expect(shipped(file)).toBe(deriveDortmundFiles()[file]);
    },
  );

  it('ships the points of its districts exactly as they follow from the schools', () => {
    expect(JSON.parse(shipped('districts.json'))).toEqual(
      JSON.parse(deriveDortmundFiles()['districts.json']!),
    );
  });

  it('has a point for each of its 27 postcodes, in none of them that of the city centre for want of a better one', () => {
    const { postcodes } = dortmund.loaded.region;
    const own = [...postcodes].filter(([code]) => /^44(?:1[34]|2[2-8]|3[0-8])/.test(code));
    expect(own).toHaveLength(27);
    expect(new Set(own.map(([, { lat, lon }]) => `${String(lat)} ${String(lon)}`)).size).toBe(27);
    const sharedPoint = { lat: 51.5161, lon: 7.4683 };
    for (const code of ['44289', '44329', '44357']) {
      expect(kilometresBetween(postcodes.get(code)!, sharedPoint), code).toBeGreaterThan(6.5);
    }
  });

  it('takes the middle of the schools where a published point is kilometres off', () => {
    const listed = { lat: 51.444, lon: 7.4546 };
    expect(kilometresBetween(dortmund.loaded.region.postcodes.get('44227')!, listed)).toBeCloseTo(4.8, 1);
  });

  it('knows postcodes around it by a published list, but not those that share one point with others', () => {
    const { region, profile } = dortmund.loaded;
    expect(region.postcodes.get('58239')).toEqual({ lat: 51.4439, lon: 7.5675 });
    expect([...profile.postcodesWithoutPoint].toSorted()).toEqual([
      ...['44575', '44577', '44579', '44581', '44627', '44628', '44651', '45527', '45529'],
    ]);
  });

  it('has its twelve districts, each inside the city and two kilometres or more from the next', () => {
    const points = [...dortmund.loaded.region.districts.values()].map(({ point }) => point);
    expect(points).toHaveLength(12);
    for (const point of points) {
      expect(point.lat > 51.41 && point.lat < 51.6 && point.lon > 7.3 && point.lon < 7.64).toBe(true);
      const near = points.filter((other) => other !== point && kilometresBetween(point, other) < 1.5);
      expect(near).toEqual([]);
    }
  });

  it('keeps the eleven public holidays of the land in each year, and none of other lands', () => {
    const days = [...dortmund.loaded.region.publicHolidays].map(formatLocalDate);
    expect(days.filter((date) => date.startsWith('2027'))).toEqual([
      ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17'],
      ...['2027-05-27', '2027-10-03', '2027-11-01', '2027-12-25', '2027-12-26'],
    ]);
    expect(days).toHaveLength(33);
  });

  it('keeps the school holidays, the single day after Whitsun among them', () => {
    const { schoolHolidays } = dortmund.loaded.region;
    const isFree = (text: string) =>
      schoolHolidays.some(({ first, last }) => first <= day(text) && day(text) <= last);
    for (const free of ['2026-12-23', '2027-01-06', '2027-03-22', '2027-05-18', '2027-08-31', '2028-12-31'])
      expect(isFree(free), free).toBe(true);
    for (const school of ['2027-01-07', '2027-05-19', '2027-07-16', '2027-09-01', '2028-05-29'])
      expect(isFree(school), school).toBe(false);
  });

  it('knows the booking classes of the land and the all-day school until four', () => {
    const { bookingPresets, allDaySchoolEnd, schoolEntryCutOff } = dortmund.loaded.region;
    expect(bookingPresets).toEqual([
      { weeklyHours: 25, from: 450, to: 750 },
      { weeklyHours: 35, from: 450, to: 870 },
      { weeklyHours: 45, from: 435, to: 975 },
    ]);
    expect({ allDaySchoolEnd, schoolEntryCutOff }).toEqual({
      allDaySchoolEnd: 960,
      schoolEntryCutOff: { month: 9, day: 30 },
    });
  });
});

describe('its feeds', () => {
  it('are all read, the real one without a notice', () => {
    expect(
      dortmund.reports.map(({ feed, state, counts }) => [feed, state, counts.offers, counts.rejected]),
    ).toEqual([
      ['schulen-nrw', 'published', 88, 0],
      ['beispiel-betreuung', 'published', 50, 0],
      ['beispiel-kurse', 'published', 36, 0],
      ['beispiel-angebote', 'published', 105, 0],
    ]);
    expect(dortmund.reports[0]?.notices).toEqual([]);
  });

  it('may be served in production only without the samples', () => {
    const { feeds } = dortmund.loaded;
    const inUse = { region: 'dortmund', pinned: false, feeds };
    expect(checkProduction('production', inUse)).toEqual({
      ok: false,
      failure: { code: 'sample-in-production', feed: 'beispiel-betreuung' },
    });
    const real = feeds.filter((feed) => !feed.sample);
    expect(checkProduction('production', { ...inUse, feeds: real }).ok).toBe(true);
  });
});

describe('the sample catalogue', () => {
  it.each(Object.keys(dortmundSample()))('ships %s exactly as its lists give it', (file) => {
    expect(shipped(`feeds/${file}`)).toBe(dortmundSample()[file]);
  });

  it('says of every offer that it is made up, in its provider and, unless it is a childminder, in its title', () => {
    expect(sample()).toHaveLength(191);
    for (const { title, provider, care } of sample()) {
      expect(provider.name).toMatch(/ \(Beispieldaten\)$/);
      if (care?.kind !== 'childminder') expect(title).toMatch(/ \(Beispieldaten\)$/);
    }
    expect(dortmund.offers.filter(({ freshness }) => freshness.sample !== true)).toHaveLength(88);
  });

  it('has something in every district, each place within three and a half kilometres of its postcode', () => {
    const { region } = dortmund.loaded;
    const places = sample().flatMap((offer) => offer.places);
    const districts = new Set(places.map(({ district }) => district));
    expect([...region.districts.keys()].filter((id) => !districts.has(id))).toEqual([]);
    for (const { postcode, point, street } of places) {
      if (point === undefined) continue;
      expect(kilometresBetween(point, region.postcodes.get(postcode!)!), street).toBeLessThan(3.5);
    }
  });

  it('leaves unknown what the market leaves unknown: times of training posts, free places, childcare of courses', () => {
    const posts = sample().filter(({ kind }) => kind === 'apprenticeship');
    const silent = posts.filter(({ timetable }) => timetable.weekly.length === 0);
    expect(share(silent.length, posts.length)).toBeCloseTo(0.4, 1);
    expect(posts.filter(({ timetable }) => timetable.complete).length).toBeLessThan(posts.length / 4);
    const care = sample().filter(({ kind }) => kind === 'childcare');
    const uncounted = care.filter((offer) => offer.care?.free === undefined);
    expect(share(uncounted.length, care.length)).toBeGreaterThan(0.15);
    const attached = sample().flatMap(({ childcare }) => childcare ?? []);
    expect(attached).toHaveLength(12);
    expect(attached.filter(({ certainty }) => certainty === 'read-from-text')).toHaveLength(1);
    expect(attached.filter(({ ages }) => ages === undefined).length).toBeGreaterThanOrEqual(2);
    expect(attached.filter(({ free }) => free === undefined).length).toBeGreaterThanOrEqual(3);
  });

  it('pays no job less than the minimum wage of 2027, 14.60 euros', () => {
    const pay = sample().flatMap((offer) => (offer.kind === 'job' ? (offer.pay ?? []) : []));
    expect(pay.length).toBeGreaterThan(30);
    expect(Math.min(...pay.map(({ fromCents }) => fromCents))).toBeGreaterThanOrEqual(1460);
  });

  it('counts free places as of the day on which it is read', () => {
    const counted = sample().flatMap(({ care }) => (care?.free === undefined ? [] : [care]));
    expect(counted.every(({ asOf }) => asOf === day('2026-11-22'))).toBe(true);
  });
});
