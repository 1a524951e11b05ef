import { MINUTES_PER_DAY, type Minutes } from '../../time/clock-time.ts';
import { intersect, unite, type Interval } from '../../time/intervals.ts';
import { addDays, localDateOf, type LocalDate } from '../../time/local-date.ts';
import { mondayOf, WEEKDAYS, WORKDAYS, type Weekday } from '../../time/weekday.ts';
import type { Child } from '../../situation/situation.ts';
import { withChildren, type Frame } from '../frame.ts';
import { absolute, coverageOn, isInForce } from './coverage.ts';
import { needsCareOn } from './needs-care.ts';

/** Work that one day's care allows: the window at work, minutes of the day, and the paid minutes in it. */
export type DayBudget = { readonly day: Weekday; readonly window: Interval; readonly paidMinutes: Minutes };

/** Work that a week's care allows; days without any are left out, the others ascending. */
export type WeekBudget = { readonly days: readonly DayBudget[]; readonly paidMinutes: Minutes };

const UNBOUNDED: Interval = { from: 6 * 60, to: 22 * 60 };
const NEVER = localDateOf(2200, 1, 1);

/** Paid time in a stretch of presence: breaks of § 4 ArbZG without a cliff, ten hours at most. */
export function paidMinutesIn(presence: Minutes): Minutes {
  if (presence <= 0) return 0;
  if (presence <= 360) return presence;
  if (presence <= 570) return Math.max(360, presence - 30);
  return Math.min(600, Math.max(540, presence - 45));
}

/** What a week budget is reckoned with: minutes one way, minutes of handover, and whether work or learning is at home. */
export type BudgetTerms = {
  readonly wayMinutes: number;
  readonly handoverMinutes: number;
  readonly online: boolean;
};

/**
 * The week budget of section 8 on the window's first day. Monday to Friday, Saturday if the person works then.
 * `undefined` when the care of a child that needs it was not stated.
 */
export function weekBudget(
  frame: Frame,
  { wayMinutes, handoverMinutes, online }: BudgetTerms,
): WeekBudget | undefined {
  const concerned = frame.situation.children.flatMap((child, index) =>
    needsCareOn(child, frame.from, { online }, frame.today) ? [{ child, index }] : [],
  );
  if (concerned.some(({ child }) => child.care === undefined)) return undefined;
  const usual = usualWeek(frame);
  const workdays: readonly Weekday[] =
    frame.situation.work?.saturdays === true ? [...WORKDAYS, ...WEEKDAYS.slice(5, 6)] : WORKDAYS;
  const days = workdays.flatMap((day) => {
    const date = addDays(mondayOf(frame.from), day);
    const common = concerned.reduce<readonly Interval[]>(
      (covered, { index }) => intersect(covered, coverageOfDay(usual, index, date)),
      concerned.length === 0 ? [UNBOUNDED] : [{ from: 0, to: MINUTES_PER_DAY }],
    );
    return dayBudget(day, common, wayMinutes + handoverMinutes);
  });
  return { days, paidMinutes: days.reduce((sum, day) => sum + day.paidMinutes, 0) };
}

/** The same family with the entries that are in force on the window's first day going on for ever. */
export function usualWeek(frame: Frame): Frame {
  return withChildren(frame, (child): Child => {
    const care = child.care
      ?.filter((entry) => isInForce(frame, child, entry, frame.from))
      .map(({ kind, hours, place, holidays }) => ({
        kind,
        hours,
        ...(place === undefined ? {} : { place }),
        holidays,
      }));
    return { ...child, ...(care === undefined ? {} : { care }), schoolFrom: NEVER };
  });
}

function coverageOfDay(usual: Frame, child: number, date: LocalDate): readonly Interval[] {
  return coverageOn(usual, child, date, true).map(({ from, to }) => ({
    from: from - absolute(date, 0),
    to: to - absolute(date, 0),
  }));
}

function dayBudget(day: Weekday, common: readonly Interval[], aside: number): readonly DayBudget[] {
  const [longest] = [...unite(common)].sort((one, other) => other.to - other.from - (one.to - one.from));
  if (longest === undefined) return [];
  const window = { from: longest.from + aside, to: longest.to - aside };
  const paidMinutes = paidMinutesIn(window.to - window.from);
  return paidMinutes === 0 ? [] : [{ day, window, paidMinutes }];
}
