import { describe, expect, test } from 'vitest';
import { carePlace, child, kita } from '../../../../support/family-language.ts';
import { at, judgeWith, proposalLines } from '../../../../support/new-care-town.ts';

const OPEN_ALL_DAY = 'mo-fr 07:00-17:00';
const WITHOUT_CARE = child('40m', []);
const placeAt = (id: string, where: string, own: Parameters<typeof carePlace>[3] = {}) =>
  carePlace(`feed:${id}`, OPEN_ALL_DAY, at(where), own);

// Home - place - course: mini 20 minutes, kita 25, other 30, edge 35.
const ALL = ['edge', 'other', 'mini', 'kita'].map((name) => placeAt(name, name));

describe('proposals of new care', () => {
  test('are at most three, by the shortest way home - place - offer', () => {
    expect(proposalLines(judgeWith(ALL, [WITHOUT_CARE]))).toEqual(['mini', 'kita', 'other']);
  });

  test('are the same in whatever order the places come', () => {
    expect(proposalLines(judgeWith([...ALL].reverse(), [WITHOUT_CARE]))).toEqual(['mini', 'kita', 'other']);
  });

  test('begin with those that count', () => {
    const places = [placeAt('mini', 'mini', { openings: [] }), placeAt('edge', 'edge')];
    expect(proposalLines(judgeWith(places, [WITHOUT_CARE]))).toEqual(['edge', 'mini: hours-not-known']);
  });

  test('leave out what is open when three count', () => {
    const [, ...counting] = [...ALL].reverse();
    const open = placeAt('kita', 'kita', { openings: [] });
    expect(proposalLines(judgeWith([open, ...counting], [WITHOUT_CARE]))).toEqual(['mini', 'other', 'edge']);
  });

  test('with equal ways are in the order of their ids', () => {
    const places = ['b', 'a10', 'a2'].map((id) => placeAt(id, 'mini'));
    expect(proposalLines(judgeWith(places, [WITHOUT_CARE]))).toEqual(['a10', 'a2', 'b']);
  });

  test('are three for each child', () => {
    const untilEleven = child('50m', [kita('mo-fr 07:30-11:00')]);
    const fetching = ['edge', 'other', 'mini', 'kita'].map((name) => placeAt(name, name, { fetches: true }));
    const match = judgeWith(fetching, [WITHOUT_CARE, untilEleven]);
    expect(proposalLines(match, 0)).toEqual(['mini', 'kita', 'other']);
    expect(proposalLines(match, 1)).toEqual(['mini', 'kita', 'other']);
  });

  test('are not there for a child that no place would take', () => {
    const match = judgeWith([placeAt('mini', 'mini', { free: 0 })], [WITHOUT_CARE]);
    expect(match.care).toEqual([]);
    expect(match.heeds.map(({ id }) => id)).not.toContain('settling-in');
  });

  test('are only for children with a gap', () => {
    const allDay = child('50m', [kita('mo-fr 07:00-17:00')]);
    const match = judgeWith(ALL, [allDay, WITHOUT_CARE]);
    expect(match.care.map((each) => each.child)).toEqual([1]);
  });

  test('say how far they are from home', () => {
    const [first] = judgeWith(ALL, [WITHOUT_CARE]).care;
    expect(first?.proposals.map(({ minutesFromHome }) => minutesFromHome)).toEqual([10, 10, 15]);
  });
});
