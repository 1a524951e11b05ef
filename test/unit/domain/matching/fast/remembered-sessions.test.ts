import { describe, expect, test } from 'vitest';
import type { MatchingInput } from '../../../../../shared/domain/matching/matching-input.ts';
import { addDays } from '../../../../../shared/domain/time/local-date.ts';
import {
  asked,
  care,
  carePlace,
  child,
  course,
  dated,
  family,
  helper,
  judge,
  region,
  situation,
  timetable,
  TOWN,
} from '../../../../support/family-language.ts';
import { ranked } from '../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';
import { day } from '../../../../support/some-offer.ts';

// What sessions mean is remembered for all that mean the same: here they do not.
function verdictsOf(input: MatchingInput): readonly string[] {
  expectSameAnswer(input);
  return [...ranked(input).verdicts.values()];
}

describe('sessions at the same minutes', () => {
  test('mean another thing at home where they are on site: an elder child stays alone for those online', () => {
    const who = situation([child('9y', [family('mo-fr 08:00-18:00')]), child('11y', [])]);
    const onSite = course('mo 09:00-12:00', { places: [TOWN.place('home')] });
    const online = course('mo 09:00-12:00', { places: [], online: true });
    expect(verdictsOf(asked(who, [onSite]))).toEqual(['no']);
    expect(verdictsOf(asked(who, [online]))).toEqual(['fits']);
    const both = [onSite, { ...online, id: carePlace('feed:online', '', TOWN.place('home')).id }];
    expect(verdictsOf(asked(who, both)).toSorted()).toEqual(['fits', 'no']);
  });

  test('that pass midnight hang on who may help on the next day', () => {
    const who = situation([child('4y', [family('th 14:00-24:00')])], {
      helpers: [helper('fr 00:00-06:00', 'sometimes')],
    });
    expect(verdictsOf(asked(who, [course('th 20:00-03:00')]))).toEqual(['ask']);
  });

  test('that are never in one week leave no more uncovered than one of them', () => {
    const sessions = dated(
      '2025-04-14 13:00-15:00; 2025-04-22 13:00-15:00; 2025-11-25 13:00-15:00; 2025-12-01 13:00-15:00',
    );
    const offer = course('', { timetable: timetable('', { dated: sessions }) });
    const alone = course('', { timetable: timetable('', { dated: sessions.slice(0, 1) }) });
    const who = situation([child('50m', [family('mo-fr 08:00-12:00')])]);
    const { gapMinutesPerWeek } = judge(alone, who);
    expect(judge(offer, who).gapMinutesPerWeek).toBe(gapMinutesPerWeek);
    expectSameAnswer(asked(who, [offer]));
  });
});

test('the eleventh open holiday date is one too many, whatever the weekday', () => {
  const mondays = Array.from({ length: 10 }, (_none, week) => addDays(day('2025-05-05'), 7 * week));
  const holidays = [...mondays, day('2025-07-15')].map((date) => ({ first: date, last: date }));
  const who = situation([child('8y', [care('school', 'mo-fr 08:00-13:00')])]);
  const offer = course('mo,tu 09:00-11:00', {
    timetable: timetable('mo,tu 09:00-11:00', { first: day('2025-05-05'), last: day('2025-07-20') }),
  });
  const where = region({ schoolHolidays: holidays });
  expect(verdictsOf(asked(who, [offer], where))).toEqual(['nearly']);
  const oneFewer = region({ schoolHolidays: holidays.slice(1) });
  expect(verdictsOf(asked(who, [offer], oneFewer))).toEqual(['fits']);
});
