import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  readGermanPostcodes,
  readRegion,
  REGIONS_FOLDER,
} from '../../../shared/adapters/file/read-region.ts';
import { kilometresBetween } from '../../../shared/domain/place/great-circle.ts';
import { postcodeRowSchema } from '../../../shared/region/region-tables.schema.ts';
import { dortmundSchools } from '../../support/derive-dortmund-files.ts';

// The traps of lists of postcodes that can be had, each as it was found in a real one, and what became of it.
const folder = join(REGIONS_FOLDER, 'dortmund');
const loaded = await readRegion(folder);
if (!loaded.ok) throw new Error('Dortmund can be read');
const { postcodes, streets } = loaded.value.region;
const published = parse(readFileSync(join(folder, 'sources/geonames-postcodes.csv'), 'utf8'), {
  columns: true,
}) as readonly Record<
  'zipcode' | 'place' | 'community' | 'community_code' | 'latitude' | 'longitude',
  string
>[];
const pointOf = (row: (typeof published)[number]) => ({
  lat: Number(row.latitude),
  lon: Number(row.longitude),
});
const inDortmund = published.filter(({ community_code: code }) => code === '05913');

describe('traps of postcodes', () => {
  it('one point that three far-apart codes share stands for none of them', () => {
    const shared = inDortmund.filter(
      ({ latitude, longitude }) => `${latitude}/${longitude}` === '51.5161/7.4683',
    );
    expect(shared.map(({ zipcode }) => zipcode)).toEqual(['44289', '44329', '44357']);
    for (const row of shared)
      expect(kilometresBetween(postcodes.get(row.zipcode)!, pointOf(row)), row.zipcode).toBeGreaterThan(6.5);
  });

  it('a point that is five kilometres off is replaced by the middle of the schools', () => {
    const row = inDortmund.find(({ zipcode }) => zipcode === '44227')!;
    expect(kilometresBetween(postcodes.get('44227')!, pointOf(row))).toBeGreaterThan(4.5);
  });

  it('every school lies within six kilometres of the point of its postcode', () => {
    const far = dortmundSchools()
      .map(({ area, point }) => kilometresBetween(point, postcodes.get(area)!))
      .toSorted((one, other) => other - one);
    expect(far).toHaveLength(173);
    expect(far[0]).toBeLessThan(6);
    expect(far[86]).toBeLessThan(1.1);
  });

  it('a quoted comma in the name of a community shifts no column', () => {
    expect(new Set(inDortmund.map(({ community }) => community))).toEqual(new Set(['Dortmund, Stadt']));
    expect(inDortmund.every(({ latitude }) => /^51\.[3-6]/.test(latitude))).toBe(true);
  });

  it('codes of companies and authorities are no areas', () => {
    expect(inDortmund).toHaveLength(27);
    expect(new Set(inDortmund.map(({ place }) => place))).toEqual(new Set(['Dortmund']));
    for (const code of ['44047', '44120', '44126']) expect(postcodes.has(code), code).toBe(false);
  });

  it('a code that lost its leading zero is refused, and the list of Germany has it with the zero', async () => {
    const germany = await readGermanPostcodes();
    expect(germany.ok && germany.value.has('01067')).toBe(true);
    const row = { postcode: '1067', lat: '51.05', lon: '13.73', places: '1', basis: 'listed' };
    expect(postcodeRowSchema.safeParse(row).success).toBe(false);
    expect(postcodeRowSchema.safeParse({ ...row, postcode: '01067' }).success).toBe(true);
  });

  it('a code that stands twice in a list counts once', async () => {
    const text = readFileSync(join(REGIONS_FOLDER, 'german-postcodes.txt'), 'utf8');
    const codes = text
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const [area = '', ...endings] = line.split(' ');
        return endings.map((ending) => area + ending);
      });
    const germany = await readGermanPostcodes();
    expect(germany.ok && germany.value.size).toBe(codes.length);
    expect(codes.every((code) => /^\d{5}$/.test(code))).toBe(true);
  });

  it('an address without a point is known to the house where the list of streets has it, and not by its postcode', () => {
    const found = streets?.({ street: 'Im Odemsloh 107', postcode: '44357' });
    expect(found?.isHouse).toBe(true);
    const off = kilometresBetween(found!.point, postcodes.get('44357')!);
    expect(off).toBeGreaterThan(0.2);
    expect(off).toBeLessThan(6);
  });
});
