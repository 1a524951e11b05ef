import { describe, expect, test } from 'vitest';
import type { MatchingInput } from '../../../../../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../../../../../shared/domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../../../../../shared/domain/offer/timetable-json.ts';
import type { Situation } from '../../../../../../shared/domain/situation/situation.ts';
import { addDays, type LocalDate } from '../../../../../../shared/domain/time/local-date.ts';
import { weekdayOf } from '../../../../../../shared/domain/time/weekday.ts';
import {
  asked,
  care,
  child,
  course,
  family,
  kita,
  region,
  situation,
  timetable,
} from '../../../../../support/family-language.ts';
import { ranked } from '../../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { day } from '../../../../../support/some-offer.ts';

function withLevers(who: Situation, offers: readonly Offer[]): MatchingInput {
  return asked(who, offers, region(), true);
}

/** So many workdays from 7 April 2025 on. */
function workdays(count: number): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = day('2025-04-07'); dates.length < count; date = addDays(date, 1)) {
    if (weekdayOf(date) < 5) dates.push(date);
  }
  return dates;
}

/** A course on mornings, some of whose last dates are late evenings instead, when no Kita is open. */
function courseWith(total: number, evenings: number) {
  const dated = workdays(total).map((date, at) =>
    at < total - evenings ? { date, from: 540, to: 660 } : { date, from: 1290, to: 1350 },
  );
  const { first: _first, last: _last, ...held } = timetable('', { dated });
  return asked(situation([child('40m', [kita('mo-fr 08:00-14:00')])]), [course('', { timetable: held })]);
}

describe('a helper on dates of the ranking', () => {
  test.each([
    [9, 1, 'no'],
    [10, 1, 'nearly'],
    [19, 2, 'no'],
    [20, 2, 'nearly'],
    [29, 3, 'no'],
    [30, 3, 'nearly'],
    [40, 4, 'no'],
    [50, 4, 'no'],
    [50, 5, 'no'],
  ])('of %i dates, evenings on %i: %s', (total, evenings, verdict) => {
    const input = courseWith(total, evenings);
    expect([...ranked(input).verdicts.values()]).toEqual([verdict]);
    expectSameAnswer(input);
  });
});

describe('hours after care that run past midnight', () => {
  test.each([
    ['00:00-01:00', 'nearly'],
    ['00:00-02:00', 'nearly'],
    ['00:00-02:05', 'no'],
  ])('help on the Saturday that follows, for learning at home at %s', (times, verdict) => {
    const who = situation([child('4y', [family('fr 20:00-00:30')])]);
    const offers = [course(`sa ${times}`, { online: true, places: [] })];
    const input = asked(who, offers);
    expect([...ranked(input).verdicts.values()]).toEqual([verdict]);
    expectSameAnswer(input);
  });
});

test.each(['00:00-00:30', '00:15-00:30'])(
  'help that runs past midnight opens what is learned on the day that follows at %s',
  (times) => {
    const who = situation([child('4y', [family('fr 20:00-23:00')])]);
    const input = withLevers(who, [course(`sa ${times}`, { online: true, places: [] })]);
    expect(ranked(input).rest.levers?.map(({ change }) => change.change.kind)).toContain('edge-hours');
    expectSameAnswer(input);
  },
);

test('care that begins earlier on the day that follows opens what ends in the night', () => {
  const nights = family('th 14:00-24:00; fr 00:00-03:00');
  const who = situation([child('4y', [nights, care('childminder', 'fr 03:30-12:00')])]);
  const input = withLevers(who, [course('th 20:00-03:00')]);
  expect(ranked(input).rest.levers?.map(({ change }) => change.change.kind)).toContain('care-earlier');
  expectSameAnswer(input);
});

describe('a helper in the afternoon', () => {
  test.each([
    ['on Monday', '08:00-14:00', 6, [0]],
    ['on all five', '08:00-16:00', 30, [0, 1, 2, 3, 4]],
  ])('%s opens a job from home of which only the part of the day is known', (_name, covered, most, days) => {
    const job = course('', {
      kind: 'job',
      goals: ['more-hours'],
      online: true,
      places: [],
      timetable: { ...UNKNOWN_TIMETABLE, first: day('2025-04-07') },
      dayParts: ['afternoon'],
      hours: { min: most - 5, max: most },
    });
    const who = situation([child('4y', [family(`mo-fr ${covered}`)])]);
    const input = withLevers(who, [job]);
    expect(ranked(input).rest.levers?.map(({ change }) => change.change)).toContainEqual(
      expect.objectContaining({ kind: 'edge-hours', days }),
    );
    expectSameAnswer(input);
  });
});

describe('childcare of the course with one place for two children', () => {
  test.each([
    ['15:00', 'nearly'],
    ['14:15', 'no'],
  ])('is enough once a helper comes for one of them who is looked after until %s', (until, verdict) => {
    const first = child('4y', [family(`mo 08:00-${until}; tu-fr 08:00-20:00`)]);
    const second = child('5y', [family('mo 08:00-20:00; tu 08:00-15:00; we-fr 08:00-20:00')]);
    const childcare = { free: 1, hours: [], during: true, certainty: 'stated' as const };
    const offer = course('mo,tu 14:30-17:30', {
      childcare: { ...childcare, ages: { fromMonths: 12, toMonths: 83 } },
    });
    const who = situation([first, second]);
    const input = asked(who, [offer]);
    expect([...ranked(input).verdicts.values()]).toEqual([verdict]);
    expectSameAnswer(input);
  });
});
