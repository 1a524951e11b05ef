import { describe, expect, test } from 'vitest';
import {
  care,
  carePlace,
  child,
  course,
  criterion,
  family,
  helper,
  hours,
  judge,
  kita,
  situation,
  timetable,
} from '../../../../support/family-language.ts';
import { at, judgeWith, mayCourse } from '../../../../support/new-care-town.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Child, Situation } from '../../../../../shared/domain/situation/situation.ts';

const ALL_DAY = child('40m', [kita('mo-fr 07:00-17:00')]);
const GROWN = child('12y', []);
const TOWN_PLACES = course('').places;
const UNKNOWN_TIMES = timetable('', { complete: false, missing: ['session-times'] });
const incomplete = (times: string) => timetable(times, { complete: false, missing: ['practical-part'] });

function careOf(children: readonly Child[], offer: Offer, own: Partial<Situation> = {}) {
  return criterion(judge(offer, situation(children, own)), 'care');
}

describe('care, the first that holds', () => {
  test('is not applicable when no child needs care', () => {
    expect(careOf([], course('mo 09:00-12:00')).result).toBe('not-applicable');
    expect(careOf([GROWN], course('mo 09:00-12:00')).result).toBe('not-applicable');
    expect(careOf([{ ...ALL_DAY, needsCare: false }], course('mo 09:00-12:00')).result).toBe(
      'not-applicable',
    );
  });

  test('is not applicable before times or place are asked for', () => {
    expect(careOf([GROWN], course('', { timetable: UNKNOWN_TIMES })).result).toBe('not-applicable');
    expect(careOf([GROWN], course('mo 09:00-12:00', { places: [] })).result).toBe('not-applicable');
  });

  test('is unknown when times are not known, and asks the provider', () => {
    expect(careOf([ALL_DAY], course('', { timetable: UNKNOWN_TIMES }))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'timetable' }],
    });
  });

  test('is unknown when the place of the offer is not known, and asks the provider', () => {
    expect(careOf([ALL_DAY], course('mo 09:00-12:00', { places: [] }))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'place' }],
    });
  });

  test('is unknown when the place of the Kita is not known, and asks the person', () => {
    const somewhere = child('40m', [kita('mo-fr 07:00-17:00', { place: { precision: 'none' } })]);
    expect(careOf([somewhere], course('mo 09:00-12:00'))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('is met without a gap', () => {
    expect(careOf([ALL_DAY], course('mo 09:00-12:00')).result).toBe('met');
    expect(careOf([ALL_DAY, GROWN], course('mo 09:00-12:00')).result).toBe('met');
  });

  test('is unknown without a gap when a part of the times is missing', () => {
    expect(careOf([ALL_DAY], course('', { timetable: incomplete('mo 09:00-12:00') }))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'missing-times' }],
    });
  });

  test('is unknown without a gap when the care of a child was not stated', () => {
    const covered = { helpers: [helper('mo 08:00-13:00')] };
    expect(careOf([child('40m', [])], course('mo 09:00-12:00'), covered).result).toBe('met');
    expect(careOf([child('40m')], course('mo 09:00-12:00'), covered)).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('says how many minutes a week are missing, where that is known', () => {
    const evening = careOf([ALL_DAY], course('mo,tu 18:00-20:00')).facts;
    expect(evening).toEqual({ gapMinutesPerWeek: 2 * (120 + 50) });
    expect(careOf([ALL_DAY], course('mo 09:00-12:00')).facts).toEqual({ gapMinutesPerWeek: 0 });
    const unknown = careOf([ALL_DAY], course('', { timetable: UNKNOWN_TIMES })).facts;
    expect(unknown).not.toHaveProperty('gapMinutesPerWeek');
  });

  test('is met though the care of a child was not stated that needs none', () => {
    expect(careOf([ALL_DAY, child('12y')], course('mo 09:00-12:00')).result).toBe('met');
  });

  test('is unmet with a gap though a part of the times is missing', () => {
    const evening = course('', { timetable: incomplete('mo 18:00-20:00') });
    expect(careOf([ALL_DAY], evening).result).toBe('unmet');
  });
});

describe('care with new places', () => {
  const mini = carePlace('feed:mini', 'mo-fr 07:00-22:00', at('mini'));
  const unbooked = child('40m', []);
  const afternoon = mayCourse('mo 09:00-12:00');

  test('is met with a place when counting new care closes all gaps', () => {
    expect(criterion(judgeWith([mini], [unbooked], afternoon), 'care').result).toBe('met-with-place');
  });

  test('is unknown with a counting place when a part of the times is missing', () => {
    const times = { ...afternoon.timetable, complete: false, missing: ['shifts' as const] };
    const match = judgeWith([mini], [unbooked], { ...afternoon, timetable: times });
    expect(criterion(match, 'care').result).toBe('unknown');
    expect(match.verdict).toBe('ask');
  });

  test('is unknown with a counting place when care was not stated', () => {
    expect(criterion(judgeWith([mini], [child('40m')], afternoon), 'care').result).toBe('unknown');
  });

  test('is met with a place rather than nearly, where a near miss would do as well', () => {
    const untilEleven = child('40m', [kita('mo-fr 07:30-11:00')]);
    const fetching = carePlace('feed:mini', 'mo-fr 07:00-22:00', at('mini'), { fetches: true });
    expect(judgeWith([], [untilEleven], afternoon).verdict).toBe('nearly');
    expect(judgeWith([fetching], [untilEleven], afternoon).verdict).toBe('fits-with-care');
  });

  test('is unmet, near, rather than unknown, where a gap is open too', () => {
    const untilEleven = child('40m', [kita('mo-fr 07:30-11:00')]);
    const sometimes = { helpers: [helper('mo 11:00-13:00', 'sometimes')] };
    const match = judgeWith([], [untilEleven], afternoon, sometimes);
    expect(criterion(match, 'care')).toMatchObject({ result: 'unmet', nearMiss: 'care' });
    expect(match.verdict).toBe('nearly');
  });

  test.each(['alternate', 'sometimes'] as const)('is unknown when every gap is open: helper %s', (every) => {
    const match = judgeWith([], [unbooked], afternoon, { helpers: [helper('mo 08:00-13:00', every)] });
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      facts: { reasons: ['helper-irregular'] },
    });
  });

  test('asks the same in the same order, in whatever order the children are given', () => {
    const inAWholeYear = child('5y', []);
    const ages = { fromMonths: 12, toMonths: 66 };
    const childcare = { ages, hours: [], during: true, certainty: 'stated' as const };
    const offer = mayCourse('mo 09:00-12:00', { childcare });
    const [one, other] = [
      [inAWholeYear, child('40m')],
      [child('40m'), inAWholeYear],
    ].map((children) => criterion(judgeWith([], children, offer), 'care'));
    expect(one?.questions).toHaveLength(3);
    expect(other).toEqual(one);
  });

  test('is unmet when one gap is open and another is not', () => {
    const twice = mayCourse('mo,tu 09:00-12:00');
    const match = judgeWith([], [unbooked], twice, { helpers: [helper('mo 08:00-13:00', 'sometimes')] });
    expect(criterion(match, 'care').result).toBe('unmet');
  });

  test('is unknown when one gap is open and an open place would close those of a child without entries', () => {
    const uncounted = carePlace('feed:mini', 'mo-fr 07:00-22:00', at('mini'), { openings: [] });
    const withGrandmother = child('50m', [family('tu 07:00-08:00')]);
    const helpers = [helper('mo 08:00-13:00', 'sometimes', [1])];
    const match = judgeWith([uncounted], [unbooked, withGrandmother], afternoon, { helpers });
    expect(criterion(match, 'care').result).toBe('unknown');
    expect(criterion(judgeWith([], [unbooked, withGrandmother], afternoon, { helpers }), 'care').result).toBe(
      'unmet',
    );
  });

  test('is else unmet', () => {
    expect(criterion(judgeWith([], [unbooked], afternoon), 'care').result).toBe('unmet');
  });
});

describe('an apprenticeship whose care is unmet and no near miss', () => {
  // To be home at 12:30 from 20 minutes away, half of the day has to end by 12:10.
  const untilHalfPastTwelve = child('40m', [care('family', 'mo-fr 07:30-12:30')]);
  const apprenticeship = (times: string) => course(times, { kind: 'apprenticeship' });

  test.each([
    ['mo-fr 08:00-16:10', 'unknown'],
    ['mo-fr 08:00-16:15', 'unmet'],
  ])('is asked about part time if half of each session leaves no gap: %s', (times, expected) => {
    const result = careOf([untilHalfPastTwelve], apprenticeship(times));
    expect(result.result).toBe(expected);
    const asked = result.questions?.some((each) => each.of === 'provider' && each.code === 'ask-part-time');
    expect(asked ?? false).toBe(expected === 'unknown');
  });

  test('is halved from the start: care in the afternoon does not help', () => {
    const afternoons = child('40m', [family('mo-fr 11:30-17:00')]);
    expect(careOf([afternoons], apprenticeship('mo-fr 08:00-16:00')).result).toBe('unmet');
  });

  test('is a near miss where it is one', () => {
    expect(careOf([untilHalfPastTwelve], apprenticeship('mo-fr 08:00-14:00'))).toMatchObject({
      result: 'unmet',
      nearMiss: 'care',
    });
  });

  test.each(['course', 'job'] as const)('is no matter of a %s', (kind) => {
    expect(careOf([untilHalfPastTwelve], course('mo-fr 08:00-16:10', { kind })).result).toBe('unmet');
  });
});

describe('fixed parts of flexible attendance', () => {
  const core = (own: Partial<Offer> = {}) => {
    const [slot] = hours('mo-fr 09:00-12:00');
    return course('', { timetable: timetable('', { weekly: [{ ...slot!, core: true }] }), ...own });
  };
  // Kita 8 to 15 leaves 8:25 to 14:35 at the course, 20 minutes from home: 360 minutes paid, 30 hours a week.
  const eightToThree = child('40m', [kita('mo-fr 08:00-15:00')]);

  test.each([
    [30, 'met'],
    [31, 'unknown'],
  ])('fit if the week budget of 30 hours holds all %i hours', (total, expected) => {
    expect(careOf([eightToThree], core({ hours: { min: total, max: total } })).result).toBe(expected);
  });

  test('are not enough where the hours are not stated', () => {
    expect(careOf([eightToThree], core()).result).toBe('unknown');
  });

  test('have to fit themselves', () => {
    const later = child('40m', [kita('tu-fr 07:00-17:00')]);
    expect(careOf([later], core({ hours: { min: 15, max: 15 } })).result).toBe('unmet');
  });
});

describe('self-paced learning', () => {
  const learning = (hoursPerWeek: number) =>
    course('', { timetable: timetable('', { selfPaced: { hoursPerWeek } }), places: [], online: true });
  const eightToTen = child('40m', [kita('mo-fr 08:00-10:00')]);

  test.each([
    [10, 'met'],
    [11, 'unknown'],
  ])('is held against the week budget alone, without way and handover: %i hours', (per, expected) => {
    expect(careOf([eightToTen], learning(per)).result).toBe(expected);
  });

  test('is unknown where the care of a child was not stated', () => {
    expect(careOf([child('40m')], learning(1))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('is unknown where the care of one of two children was not stated', () => {
    expect(careOf([eightToTen, child('60m')], learning(1))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('minds children below 10 only, wherever it is offered', () => {
    const atCollege = { ...learning(5), places: TOWN_PLACES, online: false };
    expect(careOf([child('11y', [])], atCollege).result).toBe('not-applicable');
    expect(careOf([child('9y', [])], atCollege).result).toBe('unknown');
    const onSite = course('', { timetable: UNKNOWN_TIMES });
    expect(careOf([child('11y', [])], onSite).result).toBe('unknown');
  });
});
