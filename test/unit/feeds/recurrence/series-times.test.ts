import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocalDate, localDateFromDays } from '../../../../shared/domain/time/local-date.ts';
import { scheduleOf } from '../../../../shared/domain/time/schedule.ts';
import { occurrencesOf } from '../../../../shared/feeds/recurrence/occurrences.ts';
import {
  parseRule,
  type RecurrenceRule,
  type RuleText,
} from '../../../../shared/feeds/recurrence/recurrence-rule.ts';
import {
  timesOfSeries,
  type Series,
  type SeriesTimes,
} from '../../../../shared/feeds/recurrence/series-times.ts';
import { day } from '../../../support/some-offer.ts';

const TODAY = day('2026-11-22');

function ruleOf(text: RuleText): RecurrenceRule {
  const rule = parseRule(text);
  if (rule === undefined) throw new Error('refused');
  return rule;
}

function mornings(own: Partial<Series> = {}): Series {
  return {
    rule: ruleOf({ freq: 'WEEKLY', byday: 'MO,WE' }),
    range: { start: day('2027-01-11'), until: day('2027-03-31') },
    from: 540,
    to: 720,
    except: [],
    extra: [],
    ...own,
  };
}

const shown = ({ dated }: SeriesTimes) =>
  dated.map(({ date, from }) => `${formatLocalDate(date)} ${String(from)}`);

describe('series as a timetable', () => {
  it('stay weekly where they repeat every week', () => {
    expect(timesOfSeries([mornings()], TODAY)).toEqual({
      weekly: [{ days: [0, 2], from: 540, to: 720 }],
      dated: [],
      first: day('2027-01-11'),
      last: day('2027-03-31'),
      except: [],
      isCut: false,
    });
  });

  it('end with the last of a count', () => {
    const times = timesOfSeries([mornings({ range: { start: day('2027-01-11'), count: 5 } })], TODAY);
    expect(times).toMatchObject({ weekly: [{ days: [0, 2] }], last: day('2027-01-25') });
  });

  it('without an end stay weekly and open', () => {
    const times = timesOfSeries([mornings({ range: { start: day('2020-01-06') } })], TODAY);
    expect(times).toMatchObject({ weekly: [{ days: [0, 2] }], isCut: false });
    expect(times.last).toBeUndefined();
  });

  it('of every second week are listed by date', () => {
    const times = timesOfSeries(
      [mornings({ rule: ruleOf({ freq: 'WEEKLY', interval: '2', byday: 'MO' }) })],
      TODAY,
    );
    expect(times.weekly).toEqual([]);
    expect(shown(times).slice(0, 3)).toEqual(['2027-01-11 540', '2027-01-25 540', '2027-02-08 540']);
    expect(times).toMatchObject({ first: day('2027-01-11'), last: day('2027-03-22') });
  });

  it('of a month without an end are listed to the end of next year, and say so', () => {
    const times = timesOfSeries(
      [mornings({ rule: ruleOf({ freq: 'MONTHLY', byday: '1SA' }), range: { start: day('2026-07-04') } })],
      TODAY,
    );
    expect(shown(times)).toHaveLength(18);
    expect(shown(times).at(-1)).toBe('2027-12-04 540');
    expect(times.isCut).toBe(true);
    expect(times.last).toBeUndefined();
  });

  it('of two ranges keep the longer-lived weekly and list the other', () => {
    const summer = mornings({ range: { start: day('2027-04-05'), until: day('2027-04-18') }, from: 600 });
    const times = timesOfSeries([summer, mornings({ range: { start: day('2027-01-11') } })], TODAY);
    expect(times.weekly).toEqual([{ days: [0, 2], from: 540, to: 720 }]);
    expect(shown(times)).toEqual(['2027-04-05 600', '2027-04-07 600', '2027-04-12 600', '2027-04-14 600']);
  });

  it('hold on a day that only another series leaves out', () => {
    const out = day('2027-01-18');
    const afternoons = mornings({ from: 840, to: 900 });
    const times = timesOfSeries([mornings({ except: [out] }), afternoons], TODAY);
    expect(times.except).toEqual([out]);
    expect(shown(times)).toEqual(['2027-01-18 840']);
  });

  it('with a day beside the rule list it', () => {
    expect(shown(timesOfSeries([mornings({ extra: [day('2027-01-16')] })], TODAY))).toEqual([
      '2027-01-16 540',
    ]);
  });
});

const someRules = fc.constantFrom<RuleText[]>(
  { freq: 'WEEKLY', byday: 'MO,WE' },
  { freq: 'WEEKLY', byday: 'TH' },
  { freq: 'DAILY' },
  { freq: 'WEEKLY', interval: '2', byday: 'MO,FR' },
  { freq: 'MONTHLY', byday: '1SA,-1WE' },
);
const someSeries: fc.Arbitrary<Series> = fc
  .record({
    rule: fc.option(someRules, { nil: undefined }),
    start: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 1, max: 120 }),
    from: fc.constantFrom(480, 540, 840),
    except: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
  })
  .map(({ rule, start, days, from, except }) => ({
    ...(rule && { rule: ruleOf(rule) }),
    range: { start: localDateFromDays(TODAY + start), until: localDateFromDays(TODAY + start + days) },
    from,
    to: from + 60,
    except: [...new Set(except)].map((offset) => localDateFromDays(TODAY + offset)),
    extra: [],
  }));

it('holds the sessions of the series, no more and no fewer', () => {
  fc.assert(
    fc.property(fc.array(someSeries, { minLength: 1, maxLength: 4 }), (series) => {
      const { isCut, ...times } = timesOfSeries(series, TODAY);
      const held = scheduleOf(
        { ...times, certainty: 'stated', complete: true, missing: [] },
        { rolling: false, today: TODAY, from: TODAY, publicHolidays: new Set() },
      ).sessions.map(({ date, from }) => `${String(date)} ${String(from)}`);
      const wanted = series.flatMap(({ rule, range, from, except }) =>
        (rule ? occurrencesOf(rule, range, localDateFromDays(TODAY + 300)) : [range.start])
          .filter((date) => !except.includes(date))
          .map((date) => `${String(date)} ${String(from)}`),
      );
      expect(isCut).toBe(false);
      expect(new Set(held)).toEqual(new Set(wanted.filter((session) => isSeparate(session, wanted))));
    }),
    { numRuns: 300 },
  );
});

/** 480 and 540 on one day touch and are held as one session. */
function isSeparate(session: string, all: readonly string[]): boolean {
  const [date = '', from = ''] = session.split(' ');
  return from !== '540' || !all.includes(`${date} 480`);
}
