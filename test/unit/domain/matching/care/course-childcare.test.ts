import { describe, expect, test } from 'vitest';
import type { CourseChildcare } from '../../../../../shared/domain/offer/offer.ts';
import type { Child } from '../../../../../shared/domain/situation/situation.ts';
import {
  child,
  course,
  criterion,
  dated,
  family,
  gapLines,
  hours,
  judge,
  kita,
  region,
  situation,
  timetable,
  TOWN,
  town,
} from '../../../../support/family-language.ts';
import type { Match } from '../../../../../shared/domain/matching/match-result.ts';

/** For children of 1 to 6 years, while the course runs, with two free places. */
const CHILDCARE: CourseChildcare = {
  ages: { fromMonths: 12, toMonths: 83 },
  hours: [],
  during: true,
  free: 2,
  certainty: 'stated',
};
const NO_CARE = child('50m', []);

/** The childcare without some of its facts. */
function lacking(...keys: readonly (keyof CourseChildcare)[]): CourseChildcare {
  const kept = Object.entries(CHILDCARE).filter(([name]) => !keys.some((key) => key === name));
  return Object.fromEntries(kept) as CourseChildcare;
}

function judged(
  childcare: Partial<CourseChildcare> = {},
  children: readonly Child[] = [NO_CARE],
  times = 'mo 09:00-12:00',
): Match {
  return judge(course(times, { childcare: { ...CHILDCARE, ...childcare } }), situation(children));
}

function careOf(childcare?: Partial<CourseChildcare>, children?: readonly Child[], times?: string): string {
  return criterion(judged(childcare, children, times), 'care').result;
}

describe('childcare of the course closes the gap', () => {
  test('of a child at home, with its way', () => {
    expect(judged()).toMatchObject({ verdict: 'fits', gaps: [], gapMinutesPerWeek: 0 });
  });

  test('without it there would be one', () => {
    expect(gapLines(judge(course('mo 09:00-12:00'), situation([NO_CARE])).gaps)).toEqual([
      'child 0 mo 08:35-12:25 x1',
    ]);
  });

  test('only sessions that leave a gap are served: who is looked after needs no place', () => {
    const children = [
      NO_CARE,
      child('60m', [family('mo 08:00-13:00')]),
      child('60m', [kita('mo 07:30-14:30')]),
    ];
    expect(careOf({ free: 1 }, children)).toBe('met');
  });
});

describe('its ages include the child on the date', () => {
  test.each([
    ['11m', 'unmet'],
    ['12m', 'met'],
    ['82m', 'met'],
    ['84m', 'unmet'],
    ['3y', 'met'],
    ['0y', 'unmet'],
    ['', 'unknown'],
  ])('%s: %s', (age, expected) => {
    expect(careOf({}, [child(age, [])])).toBe(expected);
  });

  test('the age on the date of the session, not today', () => {
    const on = (date: string): string => {
      const dates = timetable('', { dated: dated(`${date} 09:00-12:00`) });
      const offer = course('', { childcare: CHILDCARE, timetable: dates });
      return criterion(judge(offer, situation([child('11m', [])])), 'care').result;
    };
    expect([on('2025-04-23'), on('2025-04-24')]).toEqual(['unmet', 'met']);
  });

  test('a child whose year lies on the border is asked for its age', () => {
    expect(
      criterion(judged({ ages: { fromMonths: 6, toMonths: 83 } }, [child('0y', [])]), 'care'),
    ).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.age' }],
    });
  });

  test('ages that are not stated are asked for', () => {
    const offer = course('mo 09:00-12:00', { childcare: lacking('ages') });
    expect(criterion(judge(offer, situation([NO_CARE])), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'childcare-ages' }],
    });
  });
});

describe('free places are at least the own children using it', () => {
  const two = [NO_CARE, child('60m', [])];

  test.each([
    [0, 'unmet'],
    [1, 'unmet'],
    [2, 'met'],
    [3, 'met'],
  ])('%i for two children: %s', (free, expected) => {
    expect(careOf({ free }, two)).toBe(expected);
  });

  test.each([
    [0, 'unmet'],
    [1, 'met'],
  ])('%i for one child: %s', (free, expected) => {
    expect(careOf({ free })).toBe(expected);
  });

  test('a child it cannot take does not need a place', () => {
    const old = child('9y', [family('mo 08:00-13:00')]);
    expect(careOf({ free: 1 }, [NO_CARE, old])).toBe('met');
    const gap = judged({ free: 1 }, [NO_CARE, child('9y', [])]);
    expect(gapLines(gap.gaps)).toEqual(['child 1 mo 08:35-12:25 x1']);
  });

  test('not stated: asked for', () => {
    const offer = course('mo 09:00-12:00', { childcare: lacking('free') });
    expect(criterion(judge(offer, situation([NO_CARE])), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'childcare-free' }],
    });
  });
});

describe('it is stated', () => {
  test('what was read from a text is asked for', () => {
    expect(criterion(judged({ certainty: 'read-from-text' }), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'childcare-certain' }],
    });
  });
});

describe('it runs during the sessions, or its hours cover the session', () => {
  test.each([
    ['mo 09:00-12:00', 'met'],
    ['mo 08:00-13:00', 'met'],
    ['mo 09:00-10:30; mo 10:30-12:00', 'met'],
    ['mo 09:01-12:00', 'unmet'],
    ['mo 09:00-11:59', 'unmet'],
    ['mo 09:00-10:30; mo 10:35-12:00', 'unmet'],
    ['tu 09:00-12:00', 'unmet'],
  ])('%s for a session from 09:00 to 12:00: %s', (times, expected) => {
    expect(careOf({ during: false, hours: hours(times) })).toBe(expected);
  });

  test('each session for itself', () => {
    const match = judged({ during: false, hours: hours('mo 09:00-12:00') }, [NO_CARE], 'mo,tu 09:00-12:00');
    expect(gapLines(match.gaps)).toEqual(['child 0 tu 08:35-12:25 x1']);
  });

  test('hours that do not cover do not matter while it runs during the sessions', () => {
    expect(careOf({ hours: hours('tu 09:00-10:00') })).toBe('met');
  });

  test('hours not stated: asked for', () => {
    expect(criterion(judged({ during: false }), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'childcare-hours' }],
    });
  });

  test('hours over midnight cover a session over midnight', () => {
    expect(careOf({ during: false, hours: hours('mo 21:00-03:00') }, [NO_CARE], 'mo 22:00-02:00')).toBe(
      'met',
    );
    expect(careOf({ during: false, hours: hours('mo 21:00-03:00') }, [NO_CARE], 'tu 00:00-02:00')).toBe(
      'met',
    );
  });
});

describe('the child is at home, or the gap lies inside the session', () => {
  const atKita = (times: string): Child => child('50m', [kita(times)]);

  test('a gap on the way to or from the Kita stays', () => {
    const match = judged({}, [atKita('mo 08:45-12:20')]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:40-08:45 x1']);
  });

  test('a gap inside the session is closed, up to its begin and its end', () => {
    expect(careOf({}, [atKita('mo 08:00-10:30; mo 11:00-13:00')])).toBe('met');
    expect(careOf({}, [atKita('mo 08:00-09:00; mo 10:00-13:00')])).toBe('met');
    expect(careOf({}, [atKita('mo 08:00-08:55; mo 10:00-13:00')])).toBe('unmet');
    expect(careOf({}, [atKita('mo 08:00-11:00; mo 12:00-13:00')])).toBe('met');
    expect(careOf({}, [atKita('mo 08:00-11:00; mo 12:05-13:00')])).toBe('unmet');
  });

  test('a gap that lies outside in part stays as a whole', () => {
    const match = judged({}, [atKita('mo 08:45-10:30; mo 11:00-13:00')]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:40-08:45 x1', 'child 0 mo 10:30-11:00 x1']);
  });

  test('a child at home by an entry is at home', () => {
    expect(careOf({}, [child('50m', [family('mo 10:00-11:00')])])).toBe('met');
  });
});

describe('the stops of the other children stay as they are', () => {
  test('whoever is taken along, the sibling is fetched as on the tour with a child at home', () => {
    const where = town('home-kita 10, kita-course 15, home-course 20');
    const sibling = (times: string): Child => child('60m', [kita(times, { place: where.place('kita') })]);
    const offer = course('mo 09:00-12:00', { childcare: CHILDCARE, places: [where.place('course')] });
    const result = (times: string): readonly string[] =>
      gapLines(
        judge(offer, situation([NO_CARE, sibling(times)], { home: where.place('home') }), region({}, where))
          .gaps,
      );
    expect(result('mo 08:40-12:20')).toEqual([]);
    expect(result('mo 08:45-12:20')).toEqual(['child 1 mo 08:40-08:45 x1']);
  });
});

describe('if only facts are missing the gap is open, if a fact speaks against it the gap stays', () => {
  test('several missing facts are all asked for', () => {
    const offer = course('mo 09:00-12:00', {
      childcare: { ...lacking('ages', 'free'), during: false, certainty: 'read-from-text' },
    });
    const { result, questions } = criterion(judge(offer, situation([NO_CARE])), 'care');
    expect(result).toBe('unknown');
    const codes = questions?.map((question) => (question.of === 'person' ? question.field : question.code));
    expect([...(codes ?? [])].sort()).toEqual([
      'childcare-ages',
      'childcare-certain',
      'childcare-free',
      'childcare-hours',
    ]);
  });

  test('the open gap is still reported and counted', () => {
    const match = judged({ certainty: 'read-from-text' });
    expect(match).toMatchObject({ verdict: 'ask', gapMinutesPerWeek: 230 });
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:35-12:25 x1']);
  });

  test('one fact against it outweighs what is missing', () => {
    const offer = course('mo 09:00-12:00', {
      childcare: { ...lacking('free'), certainty: 'read-from-text' },
    });
    expect(criterion(judge(offer, situation([child('9y', [])])), 'care').result).toBe('unmet');
    expect(careOf({ free: 0, certainty: 'read-from-text' })).toBe('unmet');
  });

  test('at a place that is not known nothing is told', () => {
    const offer = course('mo 09:00-12:00', {
      childcare: CHILDCARE,
      places: [{ ...TOWN.place('course'), precision: 'none' }],
    });
    expect(criterion(judge(offer, situation([NO_CARE])), 'care').result).toBe('unknown');
  });

  test('it does not come home: an online session is not served', () => {
    const offer = course('mo 09:00-12:00', { childcare: CHILDCARE, places: [], online: true });
    expect(criterion(judge(offer, situation([NO_CARE])), 'care').result).toBe('unmet');
  });
});
