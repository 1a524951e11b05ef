import type { BookingPreset } from '../../place/region.ts';
import type { Place } from '../../place/place.ts';
import type { CareEntry, Child, Situation } from '../../situation/situation.ts';
import type { Minutes } from '../../time/clock-time.ts';
import { WORKDAYS } from '../../time/weekday.ts';
import { endsForSchool, isSchool } from '../care/coverage.ts';
import { careEndsForSchool } from '../care/child-age.ts';
import type { Frame } from '../frame.ts';
import type { Change } from '../match-result.ts';
import type { AppliedChange } from './applied-change.ts';
import { edgeHours } from './edge-hours.ts';
import { beginningEarlier, endingNotBefore, weeklyMinutes } from './entry-hours.ts';

const EARLIER_MINUTES = 30;
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

/** Entries that would reach the same class are raised together: they follow one another. */
function oneClassUp({ situation, region }: Frame, child: Child, index: number): readonly AppliedChange[] {
  const presetFor = (entry: CareEntry): BookingPreset | undefined => {
    const booked = weeklyMinutes(entry.hours);
    const preset = region.bookingPresets.find(({ weeklyHours }) => weeklyHours * 60 > booked);
    return endsForSchool(entry.kind) && preset !== undefined && endingLater(entry, preset.to) !== undefined
      ? preset
      : undefined;
  };
  const presets = new Set((child.care ?? []).flatMap((entry) => presetFor(entry) ?? []));
  return [...presets].map((preset) => {
    const { weeklyHours: to, to: until } = preset;
    const raised = withEntries(child, (entry) =>
      presetFor(entry) === preset ? (endingLater(entry, until) ?? entry) : entry,
    );
    const change: Change = { kind: 'care-class', children: [index], to, until };
    return { change, situation: withChild(situation, index, raised) };
  });
}

/** All school entries of the child together. */
function allDaySchool({ situation, region }: Frame, child: Child, index: number): readonly AppliedChange[] {
  const until = region.allDaySchoolEnd;
  const ends = (entry: CareEntry): boolean => isSchool(entry.kind) && endingLater(entry, until) !== undefined;
  if (!child.care?.some(ends)) return [];
  const raised = withEntries(child, (entry) =>
    ends(entry) ? { ...(endingLater(entry, until) ?? entry), kind: 'school-allday' } : entry,
  );
  const change: Change = { kind: 'school-allday', children: [index], until };
  return [{ change, situation: withChild(situation, index, raised) }];
}

/** The entry with each workday going on until `end`; `undefined` when no day ends before that. */
function endingLater(entry: CareEntry, end: Minutes): CareEntry | undefined {
  const hours = endingNotBefore(entry.hours, end);
  return weeklyMinutes(hours) > weeklyMinutes(entry.hours) ? { ...entry, hours } : undefined;
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
      holidays: kind === 'kita',
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

function withChild(situation: Situation, index: number, child: Child): Situation {
  return {
    ...situation,
    children: situation.children.map((each, other) => (other === index ? child : each)),
  };
}

function withEntries(child: Child, change: (entry: CareEntry) => CareEntry): Child {
  return child.care === undefined ? child : { ...child, care: child.care.map(change) };
}

function isBooked(entry: CareEntry): boolean {
  return endsForSchool(entry.kind) || isSchool(entry.kind);
}
