import { describe, expect, test } from 'vitest';
import { carePlace, child, criterion, kita } from '../../../../support/family-language.ts';
import { at, judgeWith, proposalLines } from '../../../../support/new-care-town.ts';

const OPEN_ALL_DAY = 'mo-fr 07:00-17:00';
const mini = (own: Parameters<typeof carePlace>[3] = {}, openings = OPEN_ALL_DAY) =>
  carePlace('feed:mini', openings, at('mini'), own);
const other = (own: Parameters<typeof carePlace>[3] = {}) =>
  carePlace('feed:other', OPEN_ALL_DAY, at('other'), own);

const ONE = child('20m', []);
const TWO = child('40m', []);

describe('new care for one child beside another with care', () => {
  // From the Kita the course is reached in 15 minutes: exactly what a course from 9 to 12 needs.
  const booked = child('50m', [kita('mo-fr 08:40-12:20')]);

  test('counts when a stop at the place first leaves the other child its time', () => {
    const match = judgeWith([mini({}, 'mo-fr 08:30-12:30')], [ONE, booked]);
    expect(proposalLines(match)).toEqual(['mini']);
    expect(match.verdict).toBe('fits-with-care');
  });

  test('is none when it enlarges a gap of the other child', () => {
    const match = judgeWith([mini({}, 'mo-fr 08:45-12:15')], [ONE, booked]);
    expect(proposalLines(match)).toEqual([]);
    expect(match.verdict).toBe('no');
  });

  test('changes nothing for who is at the same place already', () => {
    const atKita = carePlace('feed:kita', 'mo-fr 08:40-12:20', at('kita'));
    expect(judgeWith([atKita], [ONE, booked]).verdict).toBe('fits-with-care');
  });
});

describe('new care for two children without care', () => {
  test('is one place with room for both', () => {
    const match = judgeWith([mini({ free: 2 })], [ONE, TWO]);
    expect(match.verdict).toBe('fits-with-care');
    expect([proposalLines(match, 0), proposalLines(match, 1)]).toEqual([['mini'], ['mini']]);
  });

  test('is open with room for one only, though a second place has room for the other', () => {
    const match = judgeWith([mini({ free: 1 }), other({ free: 1 })], [ONE, TWO]);
    expect(criterion(match, 'care').result).toBe('unknown');
    expect(proposalLines(match, 0)).toEqual(['mini: two-places', 'other: two-places']);
  });

  test('is open where the one place takes children of the age of only one of them', () => {
    const babies = mini({ ages: { fromMonths: 0, toMonths: 36 } });
    const bigger = other({ ages: { fromMonths: 36, toMonths: 83 } });
    const match = judgeWith([babies, bigger], [ONE, TWO]);
    expect(match.verdict).toBe('ask');
    expect([proposalLines(match, 0), proposalLines(match, 1)]).toEqual([
      ['mini: two-places'],
      ['other: two-places'],
    ]);
  });

  test('is a no where there is none for one of them', () => {
    const babies = mini({ ages: { fromMonths: 0, toMonths: 36 } });
    expect(judgeWith([babies], [ONE, TWO]).verdict).toBe('no');
  });

  test('does not count while the age of either is at the border', () => {
    const until47 = mini({ ages: { fromMonths: 0, toMonths: 47 } });
    const atBorder = child('3y', []);
    for (const children of [
      [ONE, atBorder],
      [atBorder, ONE],
    ]) {
      expect(judgeWith([until47], children).verdict).toBe('ask');
    }
  });

  test('is open, not excluded, where openings are not known and room is for one', () => {
    const match = judgeWith([mini({ free: 1, openings: [] })], [ONE, TWO]);
    expect(match.verdict).toBe('ask');
  });
});

describe('new care for several children', () => {
  const untilEleven = child('50m', [kita('mo-fr 07:30-11:00')]);

  test('has room for all who go to one place', () => {
    expect(judgeWith([mini({ free: 2, fetches: true })], [ONE, untilEleven]).verdict).toBe('fits-with-care');
    expect(judgeWith([mini({ free: 1, fetches: true })], [ONE, untilEleven]).verdict).not.toBe(
      'fits-with-care',
    );
  });

  test('may be at different places, one for each', () => {
    const places = [mini({ free: 1, fetches: true }), other({ free: 1, fetches: true })];
    expect(judgeWith(places, [ONE, untilEleven]).verdict).toBe('fits-with-care');
  });

  test('has to close the gaps of all of them', () => {
    const babies = mini({ ages: { fromMonths: 0, toMonths: 36 }, fetches: true });
    expect(criterion(judgeWith([babies], [ONE, untilEleven]), 'care').result).toBe('unmet');
  });
});
