import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { formatClockTime } from '../../../shared/domain/time/clock-time.ts';
import { readTable, REAL_TABLES, type ReadTable } from '../../support/real-tables.ts';

type Read = Record<keyof typeof REAL_TABLES, ReadTable>;
let read: Read;

beforeAll(async () => {
  const all = Object.entries(REAL_TABLES).map(async ([name, table]) => [name, await readTable(table)]);
  read = Object.fromEntries(await Promise.all(all)) as Read;
});

const hoursOf = ({ care }: Offer): string =>
  (care?.openings ?? []).map(({ from, to }) => `${formatClockTime(from)}-${formatClockTime(to)}`).join();
const called = ({ offers }: ReadTable, title: string) => offers.filter((offer) => offer.title === title);
function counted(values: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1;
  return counts;
}

const kinds = ({ offers }: ReadTable) => counted(offers.map(({ care }) => care?.kind));
const precisions = ({ offers }: ReadTable) => counted(offers.map(({ places }) => places[0]?.precision));

describe('every real list', () => {
  it.each(
    Object.entries({
      flensburg: 70,
      flensburgPoints: 70,
      register: 69,
      faults: 175,
      leipzig: 207,
      chemnitz: 121,
      ulm: 56,
      schools: 88,
    }),
  )(
    '%s has %i records, no two with one id, none with free places or booking classes that nobody stated',
    (name, records) => {
      const { outcomes, offers } = read[name as keyof Read];
      expect(outcomes).toHaveLength(records);
      expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
      expect(offers.filter(({ care }) => care?.free !== undefined || care?.bookedHours.length !== 0)).toEqual(
        [],
      );
    },
  );
});

describe('the list of Flensburg', () => {
  it('has no id and three places called Engelsby: a hash of name and address tells them apart', () => {
    const three = called(read.flensburg, 'Engelsby');
    expect(three.map(({ places }) => places[0]?.street)).toEqual([
      'Brahmsstr. 13',
      'Taruper Weg 5',
      'Engelsbyer Str. 139',
    ]);
    expect(new Set(three.map(({ id }) => id)).size).toBe(3);
  });

  it('gives the same ids as CSV and as GeoJSON, and points only in the second', () => {
    expect(read.flensburgPoints.offers.map(({ id }) => id)).toEqual(
      read.flensburg.offers.map(({ id }) => id),
    );
    expect(precisions(read.flensburg)).toEqual({ city: 70 });
    expect(precisions(read.flensburgPoints)).toEqual({ street: 70 });
  });

  it('has hours everywhere; those written 07:00-17.00 are read', () => {
    expect(read.flensburg.offers.filter(({ care }) => care?.openings.length !== 1)).toEqual([]);
    expect(called(read.flensburg, 'Villa Käthe').map(hoursOf)).toEqual(['07:00-17:00']);
  });

  it('names edge hours and pick-up times in six comments, which are shown and are no hours', () => {
    expect(read.flensburg.withNotice('hours-in-text')).toHaveLength(6);
    const [edge] = called(read.flensburg, 'Studentenwerk');
    expect(hoursOf(edge!)).toBe('08:00-16:00');
    expect(edge!.timetable.text).toBe('ab 07:00 bis 08:00 und ab 16:00 bis 17:00 Randzeiten');
    expect(
      called(read.flensburg, 'Waldorfkindergarten').map((one) => [hoursOf(one), one.timetable.text]),
    ).toEqual([['07:30-15:30', 'Spätestens bis 16.00 abholen']]);
    expect(called(read.flensburg, 'KiTa Kiwi (Kinder & Wirtschaft)').map(hoursOf)).toEqual(['07:30-21:30']);
  });

  it('has three places whose groups do not add up: their ages are not known', () => {
    expect(read.flensburg.withNotice('groups-differ')).toHaveLength(3);
    expect(
      read.flensburg.offers.filter(({ care }) => care?.ages === undefined).map(({ title }) => title),
    ).toEqual(
      ['KiTa Hafenkinder', 'Lyksborggades Børne-og Ungdomshus', 'KiTa Bullerbü'].toSorted(
        (one, other) => order(read.flensburg, one) - order(read.flensburg, other),
      ),
    );
  });

  it('has pure after-school centres, open from 11:30 for children from six', () => {
    const [centre] = called(read.flensburg, 'Nystadens Børne- og Ungdomshus');
    expect(centre).toMatchObject({
      care: { kind: 'school-allday', ages: { fromMonths: 72, toMonths: 167 } },
    });
    expect(hoursOf(centre!)).toBe('11:30-18:00');
    expect(kinds(read.flensburg)).toEqual({ kita: 67, 'school-allday': 3 });
  });

  it('is about the same houses as the register in 64 of 70 rows, with the same hours in 46 of them only', () => {
    const street = (text = '') =>
      text
        .toLowerCase()
        .replaceAll(/stra(?:ß|ss)e|str\./g, 'str')
        .replaceAll(/[^\p{L}\d]/gu, '');
    const register = new Map(read.register.offers.map((offer) => [street(offer.places[0]?.street), offer]));
    const pairs = read.flensburg.offers.flatMap((offer) => {
      const other = register.get(street(offer.places[0]?.street));
      return other === undefined ? [] : [[offer, other] as const];
    });
    expect(pairs).toHaveLength(64);
    expect(pairs.filter(([one, other]) => hoursOf(one) === hoursOf(other))).toHaveLength(46);
  });
});

function order({ offers }: ReadTable, title: string): number {
  return offers.findIndex((offer) => offer.title === title);
}

describe('the register of Schleswig-Holstein', () => {
  it('counts hours in milliseconds since midnight', () => {
    expect(called(read.register, 'ADS-Kita Breedlandweg').map(hoursOf)).toEqual(['07:00-16:00']);
    expect(read.register.offers.every(({ care }) => care?.openings.length === 1)).toBe(true);
  });

  it('has really long hours, which are no placeholders', () => {
    const longest = ['3524', '3219'].map((id) =>
      read.faults.offers.find((offer) => offer.id === `test-feed:${id}`)!,
    );
    expect(longest.map(hoursOf)).toEqual(['06:00-21:00', '06:00-22:00']);
    expect(read.faults.withNotice('hours-placeholder')).toEqual([]);
  });

  it('holds 13 test records among these 175, in the published file; none of them is taken', () => {
    expect(read.faults.withNotice('record-is-test')).toHaveLength(13);
    expect(read.faults.offers).toHaveLength(162);
    expect(JSON.stringify(read.faults.offers)).not.toMatch(/dummy|musterstr/i);
  });

  it('has a Kita from 36 to 0 months: its ages are not known, the rest of it is', () => {
    expect(read.faults.withNotice('ages-invalid')).toEqual(['1061']);
    expect(read.faults.offers.find(({ id }) => id === 'test-feed:1061')?.care).not.toHaveProperty('ages');
  });

  it('writes 65 postcodes and 29 streets with blanks around them, which are gone', () => {
    for (const { title, places } of read.faults.offers) {
      expect(title).toBe(title.trim());
      expect(places[0]?.postcode).toMatch(/^\d{5}$/);
      expect(places[0]?.street ?? 'x').toMatch(/^\S(?:.*\S)?$/);
    }
  });

  it('lacks coordinates of 85 of those left, one of which has only a longitude', () => {
    expect(precisions(read.faults)).toEqual({ city: 85, street: 77 });
    expect(read.faults.withNotice('coordinates-implausible')).toEqual(['4319']);
  });

  it('says of 96 of 175 places that they are without barriers', () => {
    expect(read.faults.offers.filter(({ access }) => access?.stepFree === true).length).toBeGreaterThan(80);
    expect(read.faults.offers.every(({ access }) => access !== undefined)).toBe(true);
  });
});

describe('the list of Leipzig', () => {
  it('has its postcode in a key, with its leading zero, and 60 places without coordinates', () => {
    expect(read.leipzig.offers.every(({ places }) => /^04\d{3}$/.test(places[0]?.postcode ?? ''))).toBe(true);
    expect(precisions(read.leipzig)).toEqual({ street: 147, city: 60 });
  });

  it('has ids with a slash, which are written in another way', () => {
    expect(read.leipzig.offers[0]?.id).toBe('test-feed:Kita~2FAhlfeldstrasse2');
  });

  it('tells Kitas from after-school centres', () => {
    expect(kinds(read.leipzig)).toEqual({ kita: 155, 'school-allday': 52 });
  });
});

describe('the list of Chemnitz', () => {
  it('has two flags for the kind: 11 places are both and count as Kita', () => {
    expect(kinds(read.chemnitz)).toEqual({ kita: 81, 'school-allday': 40 });
  });

  it('says 1 and 0 for step-free, and knows neither hours nor ages', () => {
    expect(read.chemnitz.offers.filter(({ access }) => access?.stepFree === true)).toHaveLength(27);
    expect(read.chemnitz.offers.filter(({ care }) => care?.ages ?? care?.openings.length)).toEqual([]);
  });
});

describe('the list of Ulm', () => {
  it('has the id at the feature and no names; its flags of age mean something else and are not read', () => {
    expect(read.ulm.offers[0]).toMatchObject({ id: 'test-feed:23', title: 'Kita Adolph-Kolping-Platz 7' });
    expect(read.ulm.offers.filter(({ care }) => care?.ages !== undefined)).toEqual([]);
  });
});

describe('the schools of North Rhine-Westphalia in Dortmund', () => {
  it('are 88 primary schools of 173 rows, in a file with sep= and a header that is longer than its rows', () => {
    expect(kinds(read.schools)).toEqual({ 'school-allday': 88 });
    expect(read.schools.outcomes.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it('all have a point of their own, in metres in the file', () => {
    expect(precisions(read.schools)).toEqual({ street: 88 });
    for (const { places } of read.schools.offers) {
      const { lat, lon } = places[0]!.point!;
      expect(lat > 51.41 && lat < 51.61 && lon > 7.29 && lon < 7.64, places[0]?.street).toBe(true);
    }
  });

  it('have no hours, as the list says nothing of the all-day school', () => {
    expect(read.schools.offers.every(({ care }) => care?.openings.length === 0)).toBe(true);
    expect(read.schools.offers.every(({ summary }) => summary?.includes('sagt diese Liste nicht'))).toBe(
      true,
    );
  });

  it('have a title of two columns and no word of a third that says nothing', () => {
    expect(called(read.schools, 'Steinhammerschule · Städt. Gem. Grundschule Marten')).toHaveLength(1);
    expect(called(read.schools, 'Gem. Grundschule Lichtendorf')).toHaveLength(1);
  });
});
