import { beforeAll, describe, expect, it } from 'vitest';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { MADRID, readTable, REAL_COURSE_TABLES, type ReadTable } from '../../support/real-tables.ts';

let [jersey, madrid]: ReadTable[] = [];

beforeAll(async () => {
  jersey = await readTable(REAL_COURSE_TABLES.newJersey);
  madrid = await readTable(REAL_COURSE_TABLES.madrid, MADRID);
});

const withId = (read: ReadTable | undefined, id: string) =>
  read!.offers.find((offer) => offer.id === `test-feed:${id}`)!;

describe('the training list of New Jersey', () => {
  it('says of the provider whether it has childcare: it is there, at hours nobody names, and never during the course', () => {
    const withCare = jersey!.offers.filter(({ childcare }) => childcare !== undefined);
    expect(withCare).toHaveLength(13);
    expect(withCare.map(({ childcare }) => childcare)).toEqual(
      withCare.map(() => ({ hours: [], during: false, certainty: 'stated' })),
    );
  });

  it('has programmes without a provider, which have no place and no childcare', () => {
    const without = jersey!.offers.filter(({ provider }) => provider.name === 'provider not named');
    expect(without.length).toBeGreaterThan(5);
    expect(without.filter(({ places, childcare }) => places.length > 0 || childcare !== undefined)).toEqual(
      [],
    );
  });

  it('lost the leading zero of its postcodes, which the map gives back', () => {
    const codes = jersey!.offers.flatMap(({ places }) => places[0]?.postcode ?? []);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !/^0\d{4}$/.test(code))).toEqual([]);
    expect(jersey!.withNotice('postcode-invalid')).toEqual([]);
  });

  it('puts stray quotation marks around names, which are gone', () => {
    const names = jersey!.offers.map(({ provider }) => provider.name);
    expect(names.filter((name) => name.startsWith('"') || name.endsWith('"'))).toEqual([]);
  });

  it('takes dollars for no euros, and neither nothing nor a sum that is wrong for a price', () => {
    expect(jersey!.offers.filter(({ cost }) => cost?.cents !== undefined || cost?.free === true)).toEqual([]);
    expect(jersey!.offers.filter(({ cost }) => /^\d+\.\d\d USD$/.test(cost?.text ?? ''))).toHaveLength(
      jersey!.offers.length - 6,
    );
    expect(jersey!.withNotice('cost-parts-differ')).toHaveLength(4);
    expect(jersey!.withNotice('price-zero')).toHaveLength(5);
    expect(jersey!.withNotice('price-implausible')).toEqual(['50472']); // 41984198 dollars
  });

  it('has no times at all: every timetable is not complete', () => {
    expect(
      jersey!.offers.filter(({ timetable }) => timetable.complete || timetable.weekly.length > 0),
    ).toEqual([]);
  });
});

describe('the calendar of Madrid', () => {
  it('ends every entry at 23:59 and starts many at 00:00: the days are known, and no hours', () => {
    expect(madrid!.offers).toHaveLength(46);
    expect(
      madrid!.offers.filter(({ timetable }) => timetable.weekly.length > 0 || timetable.complete),
    ).toEqual([]);
    expect(withId(madrid, '10608859').timetable.text).toBe('TU,TH, desde 2018-02-20 19:00:00.0');
  });

  it('keeps first and last day as written, and the excluded days', () => {
    const excluded = madrid!.offers.filter(({ timetable }) => timetable.except.length > 0);
    expect(excluded).toHaveLength(9);
    const cinema = madrid!.offers.find(({ title }) => title.startsWith('Cinefórum'))!;
    expect(formatLocalDate(cinema.timetable.first!)).toBe('2018-01-19');
    expect(cinema.timetable.except.map(formatLocalDate).slice(0, 3)).toEqual([
      '2018-02-09',
      '2018-02-23',
      '2018-03-09',
    ]);
    expect(cinema.freshness.validUntil).toBe(cinema.timetable.last);
  });

  it('names several audiences in one cell', () => {
    const audiences = new Set(madrid!.offers.flatMap(({ needs }) => needs.audiences ?? []));
    expect([...audiences].toSorted()).toEqual(['children', 'parents', 'people-with-disabilities', 'youth']);
  });

  it('does not take its price of 0 or 1 for anything', () => {
    expect(madrid!.offers.filter(({ cost }) => cost !== undefined)).toEqual([]);
  });
});
