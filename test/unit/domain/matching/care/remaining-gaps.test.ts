import { describe, expect, test } from 'vitest';
import type { Match, OpenQuestion } from '../../../../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Child, Helper } from '../../../../../shared/domain/situation/situation.ts';
import {
  child,
  course,
  criterion,
  dated,
  family,
  gapLines,
  helper,
  judge,
  kita,
  situation,
  timetable,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Needs 08:40-12:20 of who is at the Kita. */
const MORNING = course('mo 09:00-12:00');

function judged(children: readonly Child[], helpers: readonly Helper[] = [], offer: Offer = MORNING): Match {
  return judge(offer, situation(children, { helpers }));
}

function carer(code: string): OpenQuestion {
  return { of: 'carer', code };
}

describe('a gap is open when only a helper who does not come every week would close it', () => {
  /** Without other care on that day, so that no change of booked hours can be near. Needs 08:35-12:25 at home. */
  const without = child('4y', []);

  test.each(['alternate', 'sometimes'] as const)('%s: asked for', (every) => {
    const match = judged([without], [helper('mo 08:35-12:25', every)]);
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      facts: { reasons: ['helper-irregular'] },
      questions: [carer('helper-irregular')],
    });
    expect(match.verdict).toBe('ask');
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:35-12:25 x1']);
  });

  test('every week: no gap at all', () => {
    expect(judged([without], [helper('mo 08:35-12:25')]).verdict).toBe('fits');
  });

  test('not when five minutes would be left', () => {
    expect(judged([without], [helper('mo 08:40-12:25', 'sometimes')]).verdict).toBe('no');
    expect(judged([without], [helper('mo 08:35-12:20', 'sometimes')]).verdict).toBe('no');
  });

  test('two who come now and then may close it together', () => {
    const helpers = [helper('mo 08:00-10:02', 'sometimes'), helper('mo 10:02-13:00', 'alternate')];
    expect(judged([without], helpers).verdict).toBe('ask');
  });

  test('together with one who comes every week', () => {
    const match = judged([without], [helper('mo 08:35-09:00'), helper('mo 09:00-12:25', 'alternate')]);
    expect(match.verdict).toBe('ask');
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 09:00-12:25 x1']);
  });

  test('not when the helper is for another child', () => {
    const helpers = [helper('mo 08:35-12:25', 'sometimes', [1])];
    expect(judged([without, child('12y', [])], helpers).verdict).toBe('no');
    expect(judged([child('12y', []), without], helpers).verdict).toBe('ask');
  });

  test('not when a sibling would still be alone', () => {
    const both = [without, child('2y', [])];
    expect(judged(both, [helper('mo 08:35-12:25', 'sometimes', [0])]).verdict).toBe('no');
    expect(judged(both, [helper('mo 08:35-12:25', 'sometimes', [1])]).verdict).toBe('no');
    expect(judged(both, [helper('mo 08:35-12:25', 'sometimes')]).verdict).toBe('ask');
  });

  test('one gap that is open and one that is not: no', () => {
    const offer = course('mo,tu 09:00-12:00');
    expect(judged([without], [helper('mo 08:35-12:25', 'sometimes')], offer).verdict).toBe('no');
    const both = [helper('mo 08:35-12:25', 'sometimes'), helper('tu 08:35-12:25', 'alternate')];
    expect(judged([without], both, offer).verdict).toBe('ask');
  });
});

describe('a gap is open when it comes only from a school entry', () => {
  const AUTUMN = course('', { timetable: timetable('', { dated: dated('2025-09-01 09:00-12:00') }) });
  const ALL_WEEK = 'mo-fr 07:30-14:30';

  test('the Kita would cover it but for school', () => {
    const match = judged([child('4y', [kita(ALL_WEEK)], { schoolFrom: day('2025-08-28') })], [], AUTUMN);
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      facts: { reasons: ['school-entry'] },
      questions: [carer('school-entry')],
    });
    expect(match.verdict).toBe('ask');
  });

  test('also when school follows from the age', () => {
    expect(judged([child('66m', [kita(ALL_WEEK)])], [], AUTUMN).verdict).toBe('ask');
    expect(judged([child('65m', [kita(ALL_WEEK)])], [], AUTUMN).verdict).toBe('fits');
  });

  test('whatever other entries and siblings there are', () => {
    const starter = child('4y', [family('fr 07:00-08:00'), kita(ALL_WEEK)], {
      schoolFrom: day('2025-08-28'),
    });
    const sibling = child('8y', [family('mo-fr 08:00-13:00')]);
    expect(judged([starter, sibling], [], AUTUMN).verdict).toBe('ask');
    expect(judged([sibling, starter, child('12y')], [], AUTUMN).verdict).toBe('ask');
  });

  test('not when the Kita was booked too short anyway', () => {
    const short = child('4y', [kita('mo-fr 08:40-12:00')], { schoolFrom: day('2025-08-28') });
    expect(criterion(judged([short], [], AUTUMN), 'care').result).toBe('unmet');
  });

  test('not when the booking itself ends', () => {
    const ended = kita(ALL_WEEK, { until: day('2025-07-31') });
    const starter = child('4y', [ended], { schoolFrom: day('2025-08-28') });
    expect(criterion(judged([starter], [], AUTUMN), 'care').result).toBe('unmet');
  });

  test('no gap on the last day of July', () => {
    const lastDay = course('', { timetable: timetable('', { dated: dated('2025-07-31 09:00-12:00') }) });
    expect(
      judged([child('4y', [kita(ALL_WEEK)], { schoolFrom: day('2025-08-28') })], [], lastDay).verdict,
    ).toBe('fits');
  });

  test('together with a helper who comes now and then: both are asked for', () => {
    const short = child('4y', [kita('mo-fr 08:40-12:00')], { schoolFrom: day('2025-08-28') });
    const match = judged([short], [helper('mo 12:00-12:20', 'sometimes')], AUTUMN);
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      questions: [carer('helper-irregular'), carer('school-entry')],
    });
  });
});

describe('care that was not stated', () => {
  test('is asked for where it leaves a gap: a missing answer never becomes a no', () => {
    expect(criterion(judged([child('4y')]), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('is asked for where helpers leave none: a missing answer never becomes a yes', () => {
    const match = judged([child('4y')], [helper('mo 08:00-13:00')]);
    expect(match.gaps).toEqual([]);
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('of one child among others, and though it needs care only at first', () => {
    const stated = child('4y', [family('mo 08:00-13:00')]);
    const helpers = [helper('mo 08:00-13:00')];
    expect(judged([stated, child('4y')], helpers).verdict).toBe('ask');
    // Twelve years from 24 April on.
    const months = course('', { timetable: timetable('mo 09:00-12:00', { last: day('2025-05-18') }) });
    expect(judged([child('143m')], helpers, months).verdict).toBe('ask');
  });

  test('is not asked of a child that needs none', () => {
    expect(judged([child('12y')]).verdict).toBe('fits');
    expect(judged([child('-9m')]).verdict).toBe('fits');
  });

  test('a sibling with a certain gap makes it a no all the same', () => {
    expect(criterion(judged([child('4y'), child('5y', [family('mo 08:35-12:00')])]), 'care').result).toBe(
      'unmet',
    );
  });
});

describe('not born yet', () => {
  test('no need, and a heed', () => {
    const match = judged([child('-2m', []), child('4y', [kita('mo 08:40-12:20')])]);
    expect(match.verdict).toBe('fits');
    expect(match.heeds).toContainEqual({ id: 'not-born-yet', facts: { children: [0] } });
  });

  test('born by the day of the session: a need', () => {
    const summer = course('', { timetable: timetable('', { dated: dated('2025-06-02 09:00-12:00') }) });
    expect(gapLines(judged([child('-2m', [])], [], summer).gaps)).toEqual(['child 0 mo 08:35-12:25 x1']);
  });

  test('no heed for children that are born', () => {
    const match = judged([child('0m', [family('mo 08:00-13:00')])]);
    expect(match.heeds.map(({ id }) => id)).not.toContain('not-born-yet');
  });
});
