import { GOALS, type Goal } from '../../../shared/domain/offer/terms.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { frameOf, type Frame } from '../../../shared/domain/matching/frame.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { MINUTES_PER_DAY } from '../../../shared/domain/time/clock-time.ts';
import { roundInward, unite, type Interval } from '../../../shared/domain/time/intervals.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { WEEKDAYS } from '../../../shared/domain/time/weekday.ts';

/** What is asked of the shared part: which offers serve a goal, begin in the window, are in reach and leave the child cared for. */
export type SharedQuestion = {
  readonly frame: Frame;
  readonly goals: readonly Goal[];
  /** The later of today and the begin of the window. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly home: Place;
  readonly kita: Place;
  /** When the child is looked after, by weekday: disjoint, ascending, on the grid, within the day. */
  readonly hours: readonly (readonly Interval[])[];
};

/** The question of a person with one child that has one entry of care with a place of its own; throws for any other. */
export function sharedQuestionOf(situation: Situation, region: Region, today: LocalDate): SharedQuestion {
  const [child, ...siblings] = situation.children;
  const [entry, ...others] = child?.care ?? [];
  const kita = entry?.place;
  if (entry === undefined || kita === undefined || siblings.length + others.length > 0) {
    throw new Error('the shared part is asked for one child with one entry of care at a place');
  }
  const frame = frameOf(situation, region, today);
  return {
    frame,
    goals: situation.goals.length > 0 ? situation.goals : GOALS.filter((goal) => goal !== 'childcare'),
    from: frame.from > today ? frame.from : today,
    until: frame.until,
    home: frame.home,
    kita,
    hours: WEEKDAYS.map((day) => hoursOn(entry.hours.filter(({ days }) => days.includes(day)))),
  };
}

function hoursOn(slots: readonly Interval[]): readonly Interval[] {
  return roundInward(unite(slots.map(({ from, to }) => ({ from, to: Math.min(to, MINUTES_PER_DAY) }))));
}
