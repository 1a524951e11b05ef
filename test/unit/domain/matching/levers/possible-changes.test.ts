import { describe, expect, test } from 'vitest';
import {
  care,
  child,
  family,
  helper,
  kita,
  region,
  situation,
  TODAY,
  TOWN,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';
import { coverageOn } from '../../../../../shared/domain/matching/care/coverage.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import { possibleChanges } from '../../../../../shared/domain/matching/levers/levers.ts';
import type { Change } from '../../../../../shared/domain/matching/match-result.ts';
import type { Child, Situation } from '../../../../../shared/domain/situation/situation.ts';
import { formatClockTime } from '../../../../../shared/domain/time/clock-time.ts';
import { addDays } from '../../../../../shared/domain/time/local-date.ts';
import { WEEKDAY_NAMES, WEEKDAYS } from '../../../../../shared/domain/time/weekday.ts';

/** The usual region with a 25, 35 and 45 hour day from 7:30 and schools until 18:00. */
const WHERE = region({
  bookingPresets: [
    { weeklyHours: 25, from: 450, to: 750 },
    { weeklyHours: 35, from: 450, to: 870 },
    { weeklyHours: 45, from: 450, to: 990 },
  ],
  allDaySchoolEnd: 1080,
});

const changesFor = (children: readonly Child[], own: Partial<Situation> = {}) =>
  possibleChanges(frameOf(situation(children, own), WHERE, TODAY));

const ofKind = (children: readonly Child[], kind: Change['kind'], own: Partial<Situation> = {}) =>
  changesFor(children, own).filter(({ change }) => change.kind === kind);

/** What a child has after a change in the week of 7 April, as `mo 07:30-14:30`. */
function weekOf(after: Situation, index = 0): readonly string[] {
  const frame = frameOf(after, WHERE, TODAY);
  const monday = day('2025-04-07');
  return WEEKDAYS.flatMap((weekday) => {
    const date = addDays(monday, weekday);
    return coverageOn(frame, index, date, false).map(
      ({ from, to }) =>
        `${WEEKDAY_NAMES[weekday]} ${formatClockTime(from - date * 1440)}-${formatClockTime(to - date * 1440)}`,
    );
  });
}

describe('a Kita or childminder one booking class up', () => {
  test.each([
    ['mo-fr 07:30-12:00', 25, 750],
    ['mo-fr 07:30-12:30', 35, 870],
    ['mo-fr 08:00-15:00', 45, 990],
    ['mo-fr 08:00-14:55', 35, undefined],
    ['mo-fr 07:30-16:30', undefined, undefined],
    ['mo-fr 08:00-12:30', 25, undefined],
  ])('is the smallest class above the booked hours, if its end is later: %s', (times, to, until) => {
    const changes = ofKind([child('40m', [kita(times)])], 'care-class').map(({ change }) => change);
    expect(changes).toEqual(until === undefined ? [] : [{ kind: 'care-class', children: [0], to, until }]);
  });

  test('moves the end of each day it is booked, and no later end back', () => {
    const [next] = ofKind([child('40m', [kita('mo-th 07:30-12:30; fr 07:30-15:00')])], 'care-class');
    expect(weekOf(next!.situation)).toEqual([
      'mo 07:30-14:30',
      'tu 07:30-14:30',
      'we 07:30-14:30',
      'th 07:30-14:30',
      'fr 07:30-15:00',
    ]);
  });

  test('is for a childminder too, and not for family or school', () => {
    const times = 'mo-fr 07:30-12:30';
    expect(ofKind([child('40m', [care('childminder', times)])], 'care-class')).toHaveLength(1);
    expect(ofKind([child('40m', [family(times)])], 'care-class')).toEqual([]);
    expect(ofKind([child('80m', [care('school', times)])], 'care-class')).toEqual([]);
  });

  test('is possible for each entry, as one may follow the other', () => {
    const first = care('childminder', 'mo-fr 07:30-12:30', { until: day('2025-07-31') });
    const then = kita('mo-fr 07:30-14:30', { from: day('2025-08-01') });
    expect(ofKind([child('20m', [first, then])], 'care-class').map(({ change }) => change)).toEqual([
      { kind: 'care-class', children: [0], to: 35, until: 870 },
      { kind: 'care-class', children: [0], to: 45, until: 990 },
    ]);
  });

  test('is possible beside care by the family', () => {
    const both = child('40m', [family('sa 08:00-12:00'), kita('mo-fr 07:30-12:30')]);
    expect(ofKind([both], 'care-class')).toHaveLength(1);
  });

  test('is a change of one child each', () => {
    const booked = child('40m', [kita('mo-fr 07:30-12:30')]);
    expect(
      ofKind([booked, booked], 'care-class').map(({ change }) => 'children' in change && change.children),
    ).toEqual([[0], [1]]);
  });
});

describe('all-day school', () => {
  test.each(['school', 'school-allday'] as const)('lasts until the latest end of the region: %s', (kind) => {
    const [longer] = ofKind([child('90m', [care(kind, 'mo-fr 08:00-13:30')])], 'school-allday');
    expect(longer?.change).toEqual({ kind: 'school-allday', children: [0], until: 1080 });
    expect(weekOf(longer!.situation)[0]).toBe('mo 08:00-18:00');
  });

  test('is no change where school lasts so long already, and for no other care', () => {
    expect(ofKind([child('90m', [care('school', 'mo-fr 08:00-18:00')])], 'school-allday')).toEqual([]);
    expect(ofKind([child('40m', [kita('mo-fr 08:00-13:30')])], 'school-allday')).toEqual([]);
  });
});

describe('holiday care', () => {
  test('is for schools that close in holidays', () => {
    const school = (holidays: boolean) => child('90m', [care('school', 'mo-fr 08:00-13:30', { holidays })]);
    const [open] = ofKind([school(false)], 'holiday-care');
    expect(open?.situation.children[0]?.care?.[0]?.holidays).toBe(true);
    expect(ofKind([school(true)], 'holiday-care')).toEqual([]);
    expect(ofKind([child('40m', [kita('mo-fr 08:00-13:30')])], 'holiday-care')).toEqual([]);
  });
});

describe('holiday care beside other care', () => {
  test('is possible where any entry of any child closes, and changes schools only', () => {
    const school = care('school', 'mo-fr 08:00-13:30');
    const [open] = ofKind(
      [child('40m', [kita('mo-fr 08:00-12:00')]), child('90m', [school, family('sa 08:00-12:00')])],
      'holiday-care',
    );
    const after = open?.situation.children.map((each) => each.care?.map(({ holidays }) => holidays));
    expect(after).toEqual([[false], [true, false]]);
  });
});

describe('care for a child without any', () => {
  test('is 25, 35 or 45 hours in the neighbourhood of home', () => {
    const changes = ofKind([child('40m', [])], 'new-care');
    expect(changes.map(({ change }) => change)).toEqual([
      { kind: 'new-care', children: [0], to: 25, from: 450, until: 750 },
      { kind: 'new-care', children: [0], to: 35, from: 450, until: 870 },
      { kind: 'new-care', children: [0], to: 45, from: 450, until: 990 },
    ]);
    expect(weekOf(changes[0]!.situation)).toEqual(
      ['mo', 'tu', 'we', 'th', 'fr'].map((each) => `${each} 07:30-12:30`),
    );
    const place = changes[0]?.situation.children[0]?.care?.[0]?.place;
    expect(place).toMatchObject({ point: TOWN.place('home').point, precision: 'postcode' });
  });

  test('is an all-day school for a child past school entry, which closes in holidays', () => {
    const kindOf = (age: string) =>
      ofKind([child(age, [])], 'new-care')[0]?.situation.children[0]?.care?.map(({ kind, holidays }) => [
        kind,
        holidays,
      ]);
    expect(kindOf('40m')).toEqual([['kita', true]]);
    expect(kindOf('100m')).toEqual([['school-allday', false]]);
  });

  test('is none for a child with care, or of which nothing was said', () => {
    expect(ofKind([child('40m', [kita('mo 08:00-12:00')])], 'new-care')).toEqual([]);
    expect(ofKind([child('40m')], 'new-care')).toEqual([]);
  });
});

describe('care that begins earlier', () => {
  test('begins 30 minutes earlier each day', () => {
    const [earlier] = ofKind([child('40m', [kita('mo 07:30-12:00; tu 08:00-12:00')])], 'care-earlier');
    expect(earlier?.change).toEqual({ kind: 'care-earlier', children: [0], minutes: 30 });
    expect(weekOf(earlier!.situation)).toEqual(['mo 07:00-12:00', 'tu 07:30-12:00']);
  });
});

describe('edge hours or a helper', () => {
  const booked = child('40m', [kita('mo-we 07:30-12:00; th 07:30-15:00')]);

  test('are on one weekday from 14 to 18 or 17 to 22, or on all five for 30 to 120 minutes', () => {
    const changes = ofKind([booked], 'edge-hours').map(({ change }) => change);
    const onOneDay = [
      [840, 1080],
      [1020, 1320],
    ].flatMap(([from, until]) =>
      [0, 1, 2, 3, 4].map((each) => ({ kind: 'edge-hours', children: [0], days: [each], from, until })),
    );
    const onAll = [30, 60, 90, 120].map((minutes) => ({
      kind: 'edge-hours',
      children: [0],
      days: [0, 1, 2, 3, 4],
      minutes,
    }));
    expect(changes).toEqual([...onOneDay, ...onAll]);
  });

  test('on all five begin when the last coverage of the day ends, helpers included', () => {
    const who = { helpers: [helper('tu 12:00-13:00')] };
    const [half] = ofKind([booked], 'edge-hours', who).filter(({ change }) => 'minutes' in change);
    expect(weekOf(half!.situation)).toEqual([
      'mo 07:30-12:30',
      'tu 07:30-13:30',
      'we 07:30-12:30',
      'th 07:30-15:30',
    ]);
  });

  test('are for one child or all', () => {
    const groups = ofKind([booked, booked], 'edge-hours').map(
      ({ change }) => 'children' in change && change.children,
    );
    expect(groups).toHaveLength(3 * 14);
    expect([...new Set(groups.map((each) => JSON.stringify(each)))]).toEqual(['[0]', '[1]', '[0,1]']);
  });

  test('of all children do not reach one that they are not for', () => {
    const [first] = ofKind([booked, booked], 'edge-hours');
    expect(weekOf(first!.situation, 0)).toContain('mo 14:00-18:00');
    expect(weekOf(first!.situation, 1)).not.toContain('mo 14:00-18:00');
  });
});

describe('changes of one’s own', () => {
  test('are 15 minutes more travel, German one level up, a start 3 months later and online too', () => {
    const own = {
      german: 'B1',
      formats: ['on-site'],
      travel: { maxMinutes: 30 },
      until: day('2025-11-30'),
    } as const;
    const changes = changesFor([], own);
    expect(changes.map(({ change }) => change)).toEqual([
      { kind: 'travel', minutes: 15 },
      { kind: 'german', to: 'B2' },
      { kind: 'start-later', months: 3 },
      { kind: 'online-too' },
    ]);
    const [travel, german, later, online] = changes.map(({ situation: after }) => after);
    expect(travel?.travel.maxMinutes).toBe(45);
    expect(german?.german).toBe('B2');
    expect(later?.until).toBe(day('2026-02-28'));
    expect(online?.formats).toEqual(['on-site', 'online']);
  });

  test('begin from the defaults where nothing was answered, and ask for no level that is not known', () => {
    const changes = changesFor([]);
    expect(changes.map(({ change }) => change.kind)).toEqual(['travel', 'start-later']);
    expect(changes[0]?.situation.travel.maxMinutes).toBe(60);
    expect(changes[1]?.situation.until).toBe(day('2026-06-24'));
  });

  test('are no more German than native and no second way online', () => {
    const kinds = changesFor([], { german: 'native', formats: ['online'] }).map(({ change }) => change.kind);
    expect(kinds).toEqual(['travel', 'start-later']);
  });
});

describe('all changes', () => {
  const whole = [
    child('40m', [kita('mo-fr 07:30-12:30')]),
    child('90m', [care('school', 'mo-fr 08:00-13:30')]),
    child('20m', []),
  ];

  test('come in the order of the page', () => {
    const kinds = changesFor(whole, { german: 'B1', formats: ['on-site'] }).map(({ change }) => change.kind);
    expect([...new Set(kinds)]).toEqual([
      'holiday-care',
      'care-class',
      'school-allday',
      'new-care',
      'care-earlier',
      'edge-hours',
      'travel',
      'german',
      'start-later',
      'online-too',
    ]);
    expect(kinds).toEqual([...kinds].sort((one, other) => kinds.indexOf(one) - kinds.indexOf(other)));
  });

  test('never touch age, number of children, origin or family status', () => {
    const before = situation(whole, { age: 30, audiences: { migrants: true, 'single-parents': true } });
    for (const { situation: after } of changesFor(whole, before)) {
      expect(after.age).toBe(30);
      expect(after.audiences).toEqual(before.audiences);
      expect(after.children.map(({ age }) => age)).toEqual(before.children.map(({ age }) => age));
    }
  });
});
