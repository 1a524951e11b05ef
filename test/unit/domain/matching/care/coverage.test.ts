import { describe, expect, test } from 'vitest';
import { coverageOn } from '../../../../../shared/domain/matching/care/coverage.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import type { Region } from '../../../../../shared/domain/place/region.ts';
import type { CareEntry, Child, Situation } from '../../../../../shared/domain/situation/situation.ts';
import { addDays } from '../../../../../shared/domain/time/local-date.ts';
import { formatClockTime } from '../../../../../shared/domain/time/clock-time.ts';
import {
  care,
  child,
  dates,
  family,
  helper,
  kita,
  region,
  situation,
  TODAY,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Monday, 7 April 2025. */
const MONDAY = '2025-04-07';

function covered(
  who: Situation | Child,
  date = MONDAY,
  { where = region(), plain = false, index = 0 }: { where?: Region; plain?: boolean; index?: number } = {},
): readonly string[] {
  const asked = 'children' in who ? who : situation([who]);
  const on = day(date);
  return coverageOn(frameOf(asked, where, TODAY), index, on, plain).map(
    ({ from, to }) => `${formatClockTime(from - on * 1440)}-${formatClockTime(to - on * 1440)}`,
  );
}

describe('coverage on a date', () => {
  test('is the hours of the entries that start on it', () => {
    expect(covered(child('4y', [kita('mo 07:30-14:30')]))).toEqual(['07:30-14:30']);
    expect(covered(child('4y', [kita('mo 07:30-14:30')]), '2025-04-08')).toEqual([]);
  });

  test('booked hours count, and nothing else', () => {
    expect(covered(child('4y', []))).toEqual([]);
    expect(covered(child('4y'))).toEqual([]);
  });

  test('entries of several kinds are united', () => {
    const some = child('4y', [kita('mo 07:30-14:30'), family('mo 14:00-16:00; mo 18:00-19:00')]);
    expect(covered(some)).toEqual(['07:30-16:00', '18:00-19:00']);
  });

  test('united to the minute, then rounded inward', () => {
    expect(covered(child('4y', [kita('mo 07:32-14:28')]))).toEqual(['07:35-14:25']);
    expect(covered(child('4y', [kita('mo 07:30-12:02'), family('mo 12:02-14:30')]))).toEqual(['07:30-14:30']);
    expect(covered(child('4y', [kita('mo 07:30-12:02'), family('mo 12:03-14:30')]))).toEqual([
      '07:30-12:00',
      '12:05-14:30',
    ]);
  });

  test('care that ends on the next day covers both, each part on its own day', () => {
    const night = child('4y', [family('mo 20:00-06:00')]);
    expect(covered(night)).toEqual(['20:00-24:00']);
    expect(covered(night, '2025-04-08')).toEqual(['00:00-06:00']);
    expect(covered(night, '2025-04-09')).toEqual([]);
  });

  test('an entry is in force from its first to its last day, both included', () => {
    const some = child('4y', [
      kita('mo-su 07:30-14:30', { from: day('2025-04-08'), until: day('2025-04-10') }),
    ]);
    const on = ['2025-04-07', '2025-04-08', '2025-04-10', '2025-04-11'].map(
      (date) => covered(some, date).length,
    );
    expect(on).toEqual([0, 1, 1, 0]);
  });
});

describe('care that goes on after midnight covers the morning only if it is in force on that day too', () => {
  const night = (own: Partial<CareEntry>): Child => child('4y', [care('childminder', 'mo 20:00-06:00', own)]);
  const morning = (who: Child, where = region()): readonly string[] => covered(who, '2025-04-08', { where });

  test('not on the day after its last day', () => {
    expect(morning(night({ until: day('2025-04-08') }))).toEqual(['00:00-06:00']);
    expect(morning(night({ until: day('2025-04-07') }))).toEqual([]);
  });

  test('not from the evening before its first day', () => {
    expect(morning(night({ from: day('2025-04-07') }))).toEqual(['00:00-06:00']);
    expect(morning(night({ from: day('2025-04-08') }))).toEqual([]);
  });

  test('not on a public holiday, nor from one', () => {
    expect(morning(night({}), region({ publicHolidays: dates('2025-04-08') }))).toEqual([]);
    expect(morning(night({}), region({ publicHolidays: dates('2025-04-07') }))).toEqual([]);
    expect(covered(night({}), MONDAY, { where: region({ publicHolidays: dates('2025-04-08') }) })).toEqual([
      '20:00-24:00',
    ]);
  });
});

describe('helpers', () => {
  const alone = child('4y', []);
  const by = (...helpers: Situation['helpers']): Situation => situation([alone, alone], { helpers });

  test('who come every week count', () => {
    expect(covered(by(helper('mo 14:00-18:00')))).toEqual(['14:00-18:00']);
  });

  test.each(['alternate', 'sometimes'] as const)('who come %s do not', (every) => {
    expect(covered(by(helper('mo 14:00-18:00', every)))).toEqual([]);
  });

  test('count for all children, or for those named', () => {
    expect(covered(by(helper('mo 14:00-18:00')), MONDAY, { index: 1 })).toEqual(['14:00-18:00']);
    expect(covered(by(helper('mo 14:00-18:00', 'week', [0])), MONDAY, { index: 1 })).toEqual([]);
    expect(covered(by(helper('mo 14:00-18:00', 'week', [1])), MONDAY, { index: 1 })).toEqual(['14:00-18:00']);
  });

  test('are united with entries to the minute', () => {
    const some = situation([child('4y', [kita('mo 07:30-14:02')])], { helpers: [helper('mo 14:02-18:00')] });
    expect(covered(some)).toEqual(['07:30-18:00']);
  });
});

describe('on public holidays', () => {
  const where = region({ publicHolidays: dates(MONDAY) });

  test.each(['kita', 'childminder', 'school', 'school-allday'] as const)('%s covers nothing', (kind) => {
    const some = child('4y', [care(kind, 'mo 07:30-14:30', { holidays: true })]);
    expect(covered(some, MONDAY, { where })).toEqual([]);
    expect(covered(some, '2025-04-14', { where })).toEqual(['07:30-14:30']);
  });

  test('family and helpers do', () => {
    const some = situation([child('4y', [family('mo 07:30-10:00')])], {
      helpers: [helper('mo 14:00-18:00')],
    });
    expect(covered(some, MONDAY, { where })).toEqual(['07:30-10:00', '14:00-18:00']);
  });

  test('of other care it is not known, so it covers nothing', () => {
    expect(covered(child('4y', [care('other', 'mo 07:30-14:30')]), MONDAY, { where })).toEqual([]);
  });

  test('a week that stands for any week has none', () => {
    expect(covered(child('4y', [kita('mo 07:30-14:30')]), MONDAY, { where, plain: true })).toEqual([
      '07:30-14:30',
    ]);
  });
});

test('asking for other days and children in between changes nothing', () => {
  const days = ['mo-tu', 'we', 'th-su', 'mo,we,fr', 'su'];
  const who = situation(days.map((some, index) => child('4y', [kita(`${some} 08:00-1${String(index)}:00`)])));
  const where = region({ publicHolidays: dates('2025-04-09 2025-05-01') });
  const shared = frameOf(who, where, TODAY);
  const differing: string[] = [];
  for (let date = TODAY; date < addDays(TODAY, 150); date = addDays(date, 1)) {
    for (const index of days.keys()) {
      for (const plain of [true, false]) {
        const [found, alone] = [shared, frameOf(who, where, TODAY)].map((frame) =>
          coverageOn(frame, index, date, plain),
        );
        if (JSON.stringify(found) !== JSON.stringify(alone)) differing.push([index, date, plain].join(' '));
      }
    }
  }
  expect(differing).toEqual([]);
});

describe('when school begins', () => {
  const starter = (kind: 'kita' | 'childminder' | 'family' | 'other' | 'school-allday'): Child =>
    child('5y', [care(kind, 'mo-su 07:30-14:30')], { schoolFrom: day('2025-08-28') });

  test.each(['kita', 'childminder'] as const)('%s covers until 31 July and no longer', (kind) => {
    expect(covered(starter(kind), '2025-07-31')).toEqual(['07:30-14:30']);
    expect(covered(starter(kind), '2025-08-01')).toEqual([]);
  });

  test.each(['family', 'other', 'school-allday'] as const)('%s goes on', (kind) => {
    expect(covered(starter(kind), '2025-08-01')).toEqual(['07:30-14:30']);
  });

  test('an entry that ends earlier ends earlier', () => {
    const some = child('5y', [kita('mo-su 07:30-14:30', { until: day('2025-06-30') })], {
      schoolFrom: day('2025-08-28'),
    });
    expect(covered(some, '2025-07-01')).toEqual([]);
  });
});
