import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRegions, readRegion } from '../../../../shared/adapters/file/read-region.ts';
import { recordsFileOf } from '../../../../shared/adapters/file/table-records.ts';
import { DEFAULT_FIGURES } from '../../../../shared/domain/matching/figures.ts';
import { parseLocalDate } from '../../../../shared/domain/time/local-date.ts';

const goodRegion = {
  id: 'hagen',
  name: 'Hagen',
  city: 'Hagen',
  state: 'DE-NW',
  asOf: '2026-07-01T06:00:00+02:00',
  centre: { lat: 51.36, lon: 7.47 },
  boundingBox: { south: 51, west: 7, north: 52, east: 8 },
  usualGermanGate: 'B1',
  schoolEntryCutOff: { month: 9, day: 30 },
  bookingPresets: [
    { weeklyHours: 45, from: '07:00', to: '16:00' },
    { weeklyHours: 25, from: '07:30', to: '12:30' },
  ],
  allDaySchoolEnd: '17:00',
  languages: ['de', 'tr'],
  contact: { name: 'Rathaus Hagen', page: 'https://rathaus.example/' },
  neighbours: ['dortmund'],
  figures: { defaultMaxTravelMinutes: 60, travel: { bike: { baseMinutes: 4, detour: 1.2, kmPerHour: 15 } } },
};
const goodFiles: Readonly<Record<string, string>> = {
  'region.json': JSON.stringify(goodRegion),
  'postcodes.csv':
    'postcode,lat,lon,places,basis\n58089,51.35,7.45,2,places\n58091,51.34,7.5,2,borrowed\n58093,,,0,none\n',
  'districts.json': JSON.stringify([{ id: 'mitte', name: 'Mitte', lat: 51.36, lon: 7.47, places: 2 }]),
  'public-holidays.csv': 'date,name\n2026-10-03,Tag der Deutschen Einheit\n',
  'school-holidays.csv': 'first,last,name\n2026-07-20,2026-09-01,Sommerferien\n',
  'feeds.json': JSON.stringify([
    {
      id: 'vhs-hagen',
      format: 'open-vhs',
      source: { file: 'feeds/kurse.json' },
      name: 'VHS Hagen',
      credit: 'VHS Hagen',
      licence: 'CC-BY-4.0',
    },
  ]),
};

let home = '';
let folder = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vereinbar-region-'));
  folder = join(home, 'hagen');
  await mkdir(folder);
  for (const [file, text] of Object.entries(goodFiles)) await writeFile(join(folder, file), text);
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

async function readWith(file: string, content: string | Uint8Array) {
  await writeFile(join(folder, file), content);
  return readRegion(folder);
}

function regionWith(change: Record<string, unknown>): string {
  return JSON.stringify({ ...goodRegion, ...change });
}

describe('a region as a folder of data', () => {
  it('is all that a new region needs', async () => {
    const loaded = await readRegion(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
    const { region, profile, feeds, germanPostcodes } = loaded.value;
    expect(region.postcodes).toEqual(
      new Map([
        ['58089', { lat: 51.35, lon: 7.45 }],
        ['58091', { lat: 51.34, lon: 7.5 }],
      ]),
    );
    expect(region.bookingPresets).toEqual([
      { weeklyHours: 25, from: 450, to: 750 },
      { weeklyHours: 45, from: 420, to: 960 },
    ]);
    expect(region.publicHolidays).toEqual(new Set([parseLocalDate('2026-10-03')]));
    expect(region.districts.get('mitte')?.point).toEqual({ lat: 51.36, lon: 7.47 });
    expect(region.figures).toEqual({
      ...DEFAULT_FIGURES,
      careNoticeLaw: '',
      defaultMaxTravelMinutes: 60,
      travel: { ...DEFAULT_FIGURES.travel, bike: { baseMinutes: 4, detour: 1.2, kmPerHour: 15 } },
    });
    expect(profile).toEqual({
      city: 'Hagen',
      state: 'DE-NW',
      asOf: {
        text: '2026-07-01T06:00:00+02:00',
        instant: Date.UTC(2026, 6, 1, 4),
        date: parseLocalDate('2026-07-01'),
      },
      boundingBox: { south: 51, west: 7, north: 52, east: 8 },
      languages: ['de', 'tr'],
      contact: { name: 'Rathaus Hagen', page: 'https://rathaus.example/' },
      neighbours: ['dortmund'],
      postcodesWithoutPoint: new Set(['58093']),
      postcodesWithBorrowedPoint: new Set(['58091']),
    });
    expect(feeds.map((feed) => feed.id)).toEqual(['vhs-hagen']);
    expect(germanPostcodes.has('44145')).toBe(true);
  });

  it('takes the usual figures where it sets none, no law of another land, and the clock where it is not pinned', async () => {
    const loaded = await readWith('region.json', regionWith({ figures: undefined, asOf: undefined }));
    expect(loaded.ok && loaded.value.region.figures).toEqual({ ...DEFAULT_FIGURES, careNoticeLaw: '' });
    expect(loaded.ok && 'asOf' in loaded.value.profile).toBe(false);
  });

  describe('with a table as records', () => {
    const table = 'school-holidays.csv';
    const record = { first: '2026-07-20', last: '2026-09-01', name: 'Sommerferien' };
    const readRecords = async (...records: readonly unknown[]) => {
      const fromTable = await readRegion(folder);
      await rm(join(folder, table));
      return { fromTable, fromRecords: await readWith(recordsFileOf(table), JSON.stringify(records)) };
    };

    it('is the region of the table', async () => {
      const { fromTable, fromRecords } = await readRecords({ line: 2, record });
      expect(fromTable.ok).toBe(true);
      expect(fromRecords).toEqual(fromTable);
    });

    it('names the line of the table', async () => {
      const wrong = { line: 7, record: { ...record, last: '2026-02-30' } };
      const { fromRecords } = await readRecords({ line: 2, record }, wrong);
      expect(fromRecords).toMatchObject({
        ok: false,
        failure: { code: 'wrong-value', file: table, line: 7, field: 'last' },
      });
    });

    it('is refused when they are no records', async () => {
      const { fromRecords } = await readRecords(record);
      expect(fromRecords).toMatchObject({
        ok: false,
        failure: { code: 'wrong-value', file: 'school-holidays.csv.json', field: '0.line' },
      });
    });
  });

  it.each([
    [{ name: undefined }, 'name', 'string expected'],
    [{ usualGermanGate: 'B3' }, 'usualGermanGate', 'one of none, A1, A2, B1, B2, C1, C2, native'],
    [
      { bookingPresets: [{ weeklyHours: 40, from: '07:30', to: '15:30' }] },
      'bookingPresets.0.weeklyHours',
      'one of 25, 35, 45',
    ],
    [{ languages: [] }, 'languages', 'at least 1'],
    [{ figures: { careNoticeMonths: 25 } }, 'figures.careNoticeMonths', 'at most 24'],
    [{ center: {} }, undefined, 'no field center'],
  ])('with %j is refused, saying what belongs there', async (own, field, expected) => {
    const loaded = await readWith('region.json', regionWith(own));
    const failure = { code: 'wrong-value', file: 'region.json', ...(field && { field }), expected };
    expect(loaded).toEqual({ ok: false, failure });
  });

  it.each(Object.keys(goodFiles))('is refused without %s', async (file) => {
    await rm(join(folder, file));
    expect(await readRegion(folder)).toEqual({ ok: false, failure: { code: 'file-missing', file } });
  });

  it('is refused when the folder does not exist', async () => {
    const loaded = await readRegion(join(home, 'atlantis'));
    expect(loaded).toEqual({ ok: false, failure: { code: 'region-missing', file: 'atlantis' } });
  });

  it.each(['region.json', 'districts.json', 'feeds.json'])('is refused when %s is no JSON', async (file) => {
    const loaded = await readWith(file, '{ "id": ');
    expect(loaded).toEqual({ ok: false, failure: { code: 'unreadable', file, expected: 'JSON' } });
  });

  it('is refused when a file is no UTF-8', async () => {
    const loaded = await readWith('public-holidays.csv', Uint8Array.from([0x64, 0xe4, 0x0a]));
    const failure = { code: 'unreadable', file: 'public-holidays.csv', expected: 'UTF-8 text' };
    expect(loaded).toEqual({ ok: false, failure });
  });

  it('names the line of a CSV row with too many cells', async () => {
    const loaded = await readWith(
      'school-holidays.csv',
      'first,last,name\n2026-07-20,2026-09-01,Sommer,ferien\n',
    );
    const failure = { code: 'unreadable', file: 'school-holidays.csv', line: 2, expected: 'CSV' };
    expect(loaded).toEqual({ ok: false, failure });
  });

  it.each([
    ['public-holidays.csv', 'date,name\n2026-10-03,Einheit\n2026-02-30,Kein Tag\n', 3, 'date'],
    ['school-holidays.csv', 'first,last,name\n2026-09-01,2026-07-20,Verkehrt\n', 2, 'last'],
    [
      'postcodes.csv',
      'postcode,lat,lon,places,basis\n58089,51.35,7.45,2,places\n00001,,,0,none\n',
      3,
      'postcode',
    ],
  ])('names file, line and field of a wrong value in %s', async (file, text, line, field) => {
    expect(await readWith(file, text)).toMatchObject({
      ok: false,
      failure: { code: 'wrong-value', file, line, field },
    });
  });

  it.each([
    ['a point without a basis', '58089,51.35,7.45,2,none'],
    ['a basis without a point', '58089,,,2,places'],
    ['a latitude beyond the pole', '58089,91.35,7.45,2,places'],
    ['a decimal comma', '58089,"51,35",7.45,2,places'],
  ])('is refused with %s', async (_what, row) => {
    const loaded = await readWith('postcodes.csv', `postcode,lat,lon,places,basis\n${row}\n`);
    expect(loaded).toMatchObject({
      ok: false,
      failure: { code: 'wrong-value', file: 'postcodes.csv', line: 2 },
    });
  });

  it.each([
    ['public-holidays.csv', 'date,name\n2026-10-03,Einheit\n2026-10-03,Einheit\n'],
    ['postcodes.csv', 'postcode,lat,lon,places,basis\n58089,,,0,none\n58089,,,0,none\n'],
  ])('names the line that %s repeats', async (file, text) => {
    expect(await readWith(file, text)).toEqual({ ok: false, failure: { code: 'repeated', file, line: 3 } });
  });

  it.each([
    ['another name than its folder', { id: 'hagen-mitte' }, 'id'],
    ['a field nobody knows', { mayor: 'x' }, undefined],
    [
      'booking hours that do not make the class',
      { bookingPresets: [{ weeklyHours: 35, from: '07:30', to: '14:00' }] },
      'bookingPresets.0',
    ],
    ['a cut-off that is no day', { schoolEntryCutOff: { month: 6, day: 31 } }, 'schoolEntryCutOff'],
    ['a moment with the offset of another country', { asOf: '2026-07-01T06:00:00Z' }, 'asOf'],
    ['a moment with the offset of winter in summer', { asOf: '2026-07-01T06:00:00+01:00' }, 'asOf'],
    ['a box turned upside down', { boundingBox: { south: 52, west: 7, north: 51, east: 8 } }, 'boundingBox'],
    ['a level of German that does not exist', { usualGermanGate: 'B3' }, 'usualGermanGate'],
    ['no language', { languages: [] }, 'languages'],
  ])('is refused with %s, naming the field and never the value', async (_what, change, field) => {
    const loaded = await readWith('region.json', regionWith(change));
    const named = field === undefined ? {} : { field };
    expect(loaded).toMatchObject({
      ok: false,
      failure: { code: 'wrong-value', file: 'region.json', ...named },
    });
  });

  it('is refused with two districts of one id', async () => {
    const districts = JSON.parse(goodFiles['districts.json']!) as object[];
    expect(await readWith('districts.json', JSON.stringify([...districts, ...districts]))).toMatchObject({
      failure: { code: 'wrong-value', file: 'districts.json' },
    });
  });
});

describe('the list of regions', () => {
  it('names the folders with a region.json, in order, and nothing else', async () => {
    await mkdir(join(home, 'essen'));
    await writeFile(join(home, 'essen', 'region.json'), '{}');
    await mkdir(join(home, 'notes'));
    await writeFile(join(home, 'SOURCES.md'), '');
    expect(await listRegions(home)).toEqual(['essen', 'hagen']);
  });

  it('knows the regions of the project', async () => {
    expect(await listRegions()).toContain('berlin');
  });
});
