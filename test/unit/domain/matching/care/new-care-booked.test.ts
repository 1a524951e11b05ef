import { describe, expect, test } from 'vitest';
import {
  care,
  carePlace,
  child,
  criterion,
  family,
  gapLines,
  helper,
  kita,
} from '../../../../support/family-language.ts';
import { at, judgeWith, mayCourse, proposalLines } from '../../../../support/new-care-town.ts';

// The Kita is 15 minutes from the course: a course from 9 to 12 needs care from 8:40 to 12:20.
const UNTIL_ELEVEN = child('40m', [kita('mo-fr 07:30-11:00')]);
const FETCHES = { fetches: true };

const mini = (openings: string, own: Parameters<typeof carePlace>[3] = FETCHES) =>
  carePlace('feed:mini', openings, at('mini'), own);

describe('new care for a child with entries', () => {
  test('counts when it fetches the child and covers the gap and 15 minutes at the Kita', () => {
    const match = judgeWith([mini('mo-fr 10:45-12:20')], [UNTIL_ELEVEN]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 11:00-12:20 x1']);
    expect(proposalLines(match)).toEqual(['mini']);
    expect(match.verdict).toBe('fits-with-care');
    expect(criterion(match, 'care').result).toBe('met-with-place');
  });

  test.each(['mo-fr 10:50-12:20', 'mo-fr 11:00-12:20', 'mo-fr 10:45-12:15'])(
    'is none with openings of %s',
    (openings) => {
      const match = judgeWith([mini(openings)], [UNTIL_ELEVEN]);
      expect(proposalLines(match)).toEqual([]);
      expect(criterion(match, 'care').result).toBe('unmet');
    },
  );

  test.each([
    ['mo-fr 08:40-09:45', ['mini']],
    ['mo-fr 08:40-09:40', []],
  ])('covers 15 minutes after the Kita has opened where the gap is before it: %s', (openings, expected) => {
    const fromHalfPastNine = child('40m', [kita('mo-fr 09:30-17:00')]);
    expect(proposalLines(judgeWith([mini(openings)], [fromHalfPastNine]))).toEqual(expected);
  });

  test.each(['childminder', 'school', 'school-allday'] as const)(
    'covers 15 minutes of the hours of a %s as well',
    (kind) => {
      const booked = child('40m', [care(kind, 'mo-fr 07:30-11:00', { place: at('kita') })]);
      expect(proposalLines(judgeWith([mini('mo-fr 10:45-12:20')], [booked]))).toEqual(['mini']);
      expect(proposalLines(judgeWith([mini('mo-fr 10:50-12:20')], [booked]))).toEqual([]);
    },
  );

  test('needs no such minutes where the gap touches hours of the family', () => {
    const withGrandmother = child('40m', [family('mo-fr 07:30-11:00')]);
    const match = judgeWith([mini('mo-fr 11:00-12:25')], [withGrandmother]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 11:00-12:25 x1']);
    expect(proposalLines(match)).toEqual(['mini']);
  });

  test('needs no such minutes where the gap touches the hours of a helper', () => {
    const booked = child('40m', [kita('mo-fr 07:30-10:00')]);
    const match = judgeWith([mini('mo-fr 11:00-12:20')], [booked], mayCourse('mo 09:00-12:00'), {
      helpers: [helper('mo 10:00-11:00')],
    });
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 11:00-12:20 x1']);
    expect(proposalLines(match)).toEqual(['mini']);
  });

  test('counts without fetching when it is at the same place', () => {
    const same = carePlace('feed:same', 'mo-fr 10:45-12:20', at('kita'));
    expect(proposalLines(judgeWith([same], [UNTIL_ELEVEN]))).toEqual(['same']);
  });

  test('counts without fetching when the child goes alone', () => {
    const alone = { ...UNTIL_ELEVEN, goesAlone: true };
    expect(proposalLines(judgeWith([mini('mo-fr 10:45-12:20', {})], [alone]))).toEqual(['mini']);
  });

  test('leaves open who brings the child elsewhere', () => {
    const match = judgeWith([mini('mo-fr 10:45-12:20', {})], [UNTIL_ELEVEN]);
    expect(proposalLines(match)).toEqual(['mini: who-brings']);
  });

  test('covers each gap, not only some of them', () => {
    const twice = mayCourse('mo,tu 09:00-12:00');
    expect(proposalLines(judgeWith([mini('mo,tu 10:45-12:20')], [UNTIL_ELEVEN], twice))).toEqual(['mini']);
    expect(proposalLines(judgeWith([mini('mo 10:45-12:20')], [UNTIL_ELEVEN], twice))).toEqual([]);
  });

  test('is open where its openings are not known', () => {
    expect(proposalLines(judgeWith([mini('')], [UNTIL_ELEVEN]))).toEqual(['mini: hours-not-known']);
  });

  test('that is open makes no question of a gap beyond all care', () => {
    // The evening course overlaps none of the child's care, so it is no near miss either.
    const { free: _free, ...care } = mini('mo-fr 16:00-22:00').care!;
    const notCounted = { ...mini('mo-fr 16:00-22:00'), care };
    const evening = mayCourse('mo 18:00-20:00');
    const match = judgeWith([notCounted], [UNTIL_ELEVEN], evening);
    expect(proposalLines(match)).toEqual(['mini: place-not-known']);
    expect(match.verdict).toBe('no');
    expect(judgeWith([notCounted], [child('40m', [])], evening).verdict).toBe('ask');
  });
});
