import type { BookingPreset } from '../../place/region.ts';
import type { Place } from '../../place/place.ts';
import type { CareEntry, Child, Helper, Situation } from '../../situation/situation.ts';
import { MINUTES_PER_DAY, type Minutes } from '../../time/clock-time.ts';
import { addDays } from '../../time/local-date.ts';
import type { Slot } from '../../time/slot.ts';
import { mondayOf, WORKDAYS, type Weekday } from '../../time/weekday.ts';
import { absolute, coverageOn, endsForSchool, isSchool } from '../care/coverage.ts';
import { careEndsForSchool } from '../care/child-age.ts';
import { usualWeek } from '../care/week-budget.ts';
import type { Frame } from '../frame.ts';
import type { Change } from '../match-result.ts';

/** A change with what the situation becomes by it. */
export type AppliedChange = { readonly change: Change; readonly situation: Situation };

const EARLIER_MINUTES = 30;
const EDGE_WINDOWS = [
  { from: 14 * 60, to: 18 * 60 },
  { from: 17 * 60, to: 22 * 60 },
] as const;
const EDGE_MINUTES = [30, 60, 90, 120] as const;

/** The six care changes of section 7 in their order, each for every child or group it is possible for. */
export function careChanges(frame: Frame): readonly AppliedChange[] {
  const children = frame.situation.children.map((child, index) => ({ child, index }));
  return [
    ...holidayCare(frame.situation),
    ...children.flatMap(({ child, index }) => oneClassUp(frame, child, index)),
    ...children.flatMap(({ child, index }) => allDaySchool(frame, child, index)),
    ...children.flatMap(({ child, index }) => firstCare(frame, child, index)),
    ...children.flatMap(({ child, index }) => beginsEarlier(frame.situation, child, index)),
    ...edgeHours(frame),
  ];
}

function holidayCare(situation: Situation): readonly AppliedChange[] {
  const closes = (entry: CareEntry): boolean => isSchool(entry.kind) && !entry.holidays;
  if (!situation.children.some((child) => child.care?.some(closes))) return [];
  const children = situation.children.map((child) =>
    withEntries(child, (entry) => (isSchool(entry.kind) ? { ...entry, holidays: true } : entry)),
  );
  return [{ change: { kind: 'holiday-care' }, situation: { ...situation, children } }];
}

function oneClassUp({ situation, region }: Frame, child: Child, index: number): readonly AppliedChange[] {
  const entry = child.care?.find((each) => endsForSchool(each.kind));
  if (entry === undefined) return [];
  const preset = region.bookingPresets.find(({ weeklyHours }) => weeklyHours * 60 > weeklyMinutes(entry));
  if (preset === undefined) return [];
  const hours = endingNotBefore(entry.hours, preset.to);
  if (!isLonger(hours, entry.hours)) return [];
  const change: Change = { kind: 'care-class', children: [index], to: preset.weeklyHours, until: preset.to };
  return [
    { change, situation: withChild(situation, index, replaceEntry(child, entry, { ...entry, hours })) },
  ];
}

function allDaySchool({ situation, region }: Frame, child: Child, index: number): readonly AppliedChange[] {
  const entry = child.care?.find((each) => isSchool(each.kind));
  if (entry === undefined) return [];
  const hours = endingNotBefore(entry.hours, region.allDaySchoolEnd);
  if (!isLonger(hours, entry.hours)) return [];
  const change: Change = { kind: 'school-allday', children: [index], until: region.allDaySchoolEnd };
  const allDay: CareEntry = { ...entry, kind: 'school-allday', hours };
  return [{ change, situation: withChild(situation, index, replaceEntry(child, entry, allDay)) }];
}

function firstCare(frame: Frame, child: Child, index: number): readonly AppliedChange[] {
  if (child.care?.length !== 0) return [];
  const ends = careEndsForSchool(child, frame.region, frame.today);
  const kind = ends !== undefined && ends < frame.from ? 'school-allday' : 'kita';
  return frame.region.bookingPresets.map(({ weeklyHours, from, to }: BookingPreset) => {
    const entry: CareEntry = {
      kind,
      hours: [{ days: WORKDAYS, from, to }],
      place: neighbourhoodOf(frame.home),
      holidays: true,
    };
    return {
      change: { kind: 'new-care', children: [index], to: weeklyHours, from, until: to },
      situation: withChild(frame.situation, index, { ...child, care: [entry] }),
    };
  });
}

/** A place of which nothing is known but that it is near home. */
function neighbourhoodOf(home: Place): Place {
  const { postcode, district, point } = home;
  return {
    precision: home.precision === 'street' ? 'postcode' : home.precision,
    ...(postcode === undefined ? {} : { postcode }),
    ...(district === undefined ? {} : { district }),
    ...(point === undefined ? {} : { point }),
  };
}

function beginsEarlier(situation: Situation, child: Child, index: number): readonly AppliedChange[] {
  if (!child.care?.some((entry) => isBooked(entry))) return [];
  const earlier = withEntries(child, (entry) =>
    isBooked(entry) ? { ...entry, hours: beginningEarlier(entry.hours, EARLIER_MINUTES) } : entry,
  );
  const change: Change = { kind: 'care-earlier', children: [index], minutes: EARLIER_MINUTES };
  return [{ change, situation: withChild(situation, index, earlier) }];
}

function edgeHours(frame: Frame): readonly AppliedChange[] {
  const all = frame.situation.children.map((_child, index) => index);
  const groups = all.length > 1 ? [...all.map((index) => [index]), all] : all.map((index) => [index]);
  return groups.flatMap((children) => [
    ...EDGE_WINDOWS.flatMap(({ from, to }) =>
      WORKDAYS.map((day): AppliedChange => {
        const helper: Helper = { hours: { days: [day], from, to }, children, every: 'week' };
        const change: Change = { kind: 'edge-hours', children, days: [day], from, until: to };
        return { change, situation: withHelpers(frame.situation, [helper]) };
      }),
    ),
    ...EDGE_MINUTES.map((minutes): AppliedChange => {
      const helpers = children.flatMap((child) => afterLastCoverage(frame, child, minutes));
      const change: Change = { kind: 'edge-hours', children, days: WORKDAYS, minutes };
      return { change, situation: withHelpers(frame.situation, helpers) };
    }),
  ]);
}

/** A helper on each workday from the end of that day's last care in the usual week; none on days without care. */
function afterLastCoverage(frame: Frame, child: number, minutes: Minutes): readonly Helper[] {
  const usual = usualWeek(frame);
  return WORKDAYS.flatMap((day): readonly Helper[] => {
    const date = addDays(mondayOf(frame.from), day);
    const last = coverageOn(usual, child, date, true).at(-1);
    if (last === undefined) return [];
    const from = last.to - absolute(date, 0);
    if (from >= MINUTES_PER_DAY) return [];
    return [{ hours: { days: [day], from, to: from + minutes }, children: [child], every: 'week' }];
  });
}

function withHelpers(situation: Situation, helpers: readonly Helper[]): Situation {
  return { ...situation, helpers: [...situation.helpers, ...helpers] };
}

function withChild(situation: Situation, index: number, child: Child): Situation {
  return {
    ...situation,
    children: situation.children.map((each, other) => (other === index ? child : each)),
  };
}

function withEntries(child: Child, change: (entry: CareEntry) => CareEntry): Child {
  return child.care === undefined ? child : { ...child, care: child.care.map(change) };
}

function replaceEntry(child: Child, old: CareEntry, by: CareEntry): Child {
  return withEntries(child, (entry) => (entry === old ? by : entry));
}

function isBooked(entry: CareEntry): boolean {
  return endsForSchool(entry.kind) || isSchool(entry.kind);
}

function weeklyMinutes(entry: CareEntry): Minutes {
  return entry.hours.reduce((sum, slot) => sum + slot.days.length * (slot.to - slot.from), 0);
}

/** Each day's last slot goes on until `end`, Monday to Friday, if that is later. */
function endingNotBefore(hours: readonly Slot[], end: Minutes): readonly Slot[] {
  return byDay(hours).map(({ day, slot, isLast }) => ({
    ...slot,
    days: [day],
    to: isLast && WORKDAYS.includes(day) ? Math.max(slot.to, end) : slot.to,
  }));
}

/** Each day's first slot begins `minutes` earlier, not before midnight. */
function beginningEarlier(hours: readonly Slot[], minutes: Minutes): readonly Slot[] {
  return byDay(hours).map(({ day, slot, isFirst }) => ({
    ...slot,
    days: [day],
    from: isFirst ? Math.max(0, slot.from - minutes) : slot.from,
  }));
}

type DaySlot = {
  readonly day: Weekday;
  readonly slot: Slot;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

function byDay(hours: readonly Slot[]): readonly DaySlot[] {
  return hours.flatMap((slot) =>
    slot.days.map((day) => {
      const others = hours.filter((other) => other !== slot && other.days.includes(day));
      return {
        day,
        slot,
        isFirst: others.every((other) => other.from >= slot.from),
        isLast: others.every((other) => other.to <= slot.to),
      };
    }),
  );
}

function isLonger(hours: readonly Slot[], before: readonly Slot[]): boolean {
  const total = (slots: readonly Slot[]): number =>
    slots.reduce((sum, slot) => sum + slot.days.length * (slot.to - slot.from), 0);
  return total(hours) > total(before);
}
