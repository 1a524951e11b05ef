import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../../../../shared/domain/time/local-date.ts';
import { weekdayOf } from '../../../../../shared/domain/time/weekday.ts';
import {
  child,
  course,
  family,
  kita,
  region,
  situation,
  timetable,
  TODAY,
} from '../../../../support/family-language.ts';
import { ranked } from '../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';
import { day } from '../../../../support/some-offer.ts';

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
  return {
    situation: situation([child('40m', [kita('mo-fr 08:00-14:00')])]),
    offers: [course('', { timetable: held })],
    region: region(),
    today: TODAY,
    levers: false,
  };
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
    const input = { situation: who, offers, region: region(), today: TODAY, levers: false };
    expect([...ranked(input).verdicts.values()]).toEqual([verdict]);
    expectSameAnswer(input);
  });
});
