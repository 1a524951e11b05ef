import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../../../../../shared/domain/time/local-date.ts';
import {
  asked,
  care,
  child,
  course,
  family,
  region,
  situation,
  timetable,
} from '../../../../../support/family-language.ts';
import { ranked } from '../../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { day } from '../../../../../support/some-offer.ts';

function weekly(first: string, count: number): readonly LocalDate[] {
  return Array.from({ length: count }, (_none, week) => addDays(day(first), 7 * week));
}

function withHolidays(dates: readonly LocalDate[]) {
  return region({ schoolHolidays: dates.map((date) => ({ first: date, last: date })) });
}

/** On Mondays and Tuesdays of twelve weeks. */
function courseAt(times: string) {
  const held = { first: day('2025-05-05'), last: day('2025-07-27') };
  return course(`mo,tu ${times}`, { timetable: timetable(`mo,tu ${times}`, held) });
}

describe('a helper on Mondays', () => {
  const who = situation([child('8y', [care('school-allday', 'mo-fr 08:00-18:00')])]);

  test.each([
    [10, true],
    [11, false],
  ])('opens what then has %i open holiday dates on Tuesdays left: %s', (tuesdays, opens) => {
    const where = withHolidays([...weekly('2025-05-05', 11), ...weekly('2025-05-06', tuesdays)]);
    const input = asked(who, [courseAt('15:00-17:00')], where, true);
    expect([...ranked(input).verdicts.values()]).toEqual(['nearly']);
    const days = ranked(input).rest.levers?.flatMap(({ change: { change } }) =>
      change.kind === 'edge-hours' ? [change.days.join()] : [],
    );
    expect(days?.includes('0')).toBe(opens);
    expectSameAnswer(input);
  });
});

describe('a school that goes on all day', () => {
  const who = situation([child('8y', [care('school', 'mo,tu 08:00-14:00')])]);

  test.each([
    [10, true],
    [11, false],
  ])('opens what then has %i open holiday dates, none of which is open now: %s', (dates, opens) => {
    const where = withHolidays(weekly('2025-05-05', dates));
    const input = asked(who, [courseAt('15:00-17:00')], where, true);
    const kinds = ranked(input).rest.levers?.map(({ change: { change } }) => change.kind);
    expect(kinds?.includes('school-allday')).toBe(opens);
    expectSameAnswer(input);
  });
});

test('where a child is while schools are closed counts on every date, after the eleventh open one too', () => {
  const grandmother = family('tu 10:30-11:00', { place: { precision: 'none' } });
  const who = situation([child('8y', [care('school', 'mo,tu 08:00-13:00'), grandmother])]);
  const verdicts = (dates: readonly LocalDate[]): readonly string[] => {
    const input = asked(who, [courseAt('09:00-11:00')], withHolidays(dates));
    expectSameAnswer(input);
    return [...ranked(input).verdicts.values()];
  };
  const mondays = weekly('2025-05-05', 11);
  expect(verdicts(mondays)).toEqual(['nearly']);
  expect(verdicts([...mondays, day('2025-05-06')])).toEqual(['fits']);
});
