import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../../shared/domain/time/local-date.ts';
import {
  asked,
  carePlace,
  child,
  course,
  family,
  hours,
  kita,
  region,
  situation,
  timetable,
  TODAY,
  town,
  TOWN,
} from '../../../../support/family-language.ts';
import { ranked } from '../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';

// Sessions of one course at the same minutes are looked at once where they mean the same: here they do not.
describe('a course at 09:00 on two days', () => {
  test.each([
    ['near', 'fits'],
    ['far', 'no'],
  ])('whose second is at the %s house: %s', (second, verdict) => {
    const houses = town('home-kita 10, kita-near 15, home-near 20, kita-far 40, home-far 45, near-far 5');
    const days = hours('mo 09:00-12:00; tu 09:00-12:00');
    const offer = course('', {
      places: [houses.place('near'), houses.place(second)],
      timetable: timetable('', { weekly: days.map((slot, place) => ({ ...slot, place })) }),
    });
    const who = situation([child('4y', [kita('mo-fr 08:30-12:30', { place: houses.place('kita') })])], {
      home: houses.place('home'),
    });
    const input = asked(who, [offer], region({}, houses));
    expect([...ranked(input).verdicts.values()]).toEqual([verdict]);
    expectSameAnswer(input);
  });
});

describe('a course in the afternoon of Monday and Tuesday', () => {
  test.each([
    ['mo-fr 07:00-19:00', 'fits-with-care'],
    ['mo 07:00-19:00; tu 07:00-14:00', 'no'],
  ])('with a place that is open %s: %s', (openings, verdict) => {
    // Late enough to settle in.
    const first = addDays(TODAY, 56);
    const offers = [
      course('mo,tu 13:00-18:00', {
        timetable: timetable('mo,tu 13:00-18:00', { first, last: addDays(first, 6) }),
      }),
      carePlace('feed:place', openings, TOWN.place('home'), { fetches: true }),
    ];
    const who = situation([child('50m', [family('mo-fr 08:00-14:00')])]);
    const input = asked(who, offers);
    expect([...ranked(input).verdicts.values()][0]).toBe(verdict);
    expectSameAnswer(input);
  });
});
