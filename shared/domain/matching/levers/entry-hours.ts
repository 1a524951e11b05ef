import { MINUTES_PER_DAY, type Minutes } from '../../time/clock-time.ts';
import { minutesIn, unite } from '../../time/intervals.ts';
import type { Slot } from '../../time/slot.ts';
import { WORKDAYS, type Weekday } from '../../time/weekday.ts';

/** Minutes of a week in slots; what overlaps counts once. */
export function weeklyMinutes(hours: readonly Slot[]): Minutes {
  return minutesIn(
    unite(
      hours.flatMap(({ days, from, to }) =>
        days.map((day) => ({ from: day * MINUTES_PER_DAY + from, to: day * MINUTES_PER_DAY + to })),
      ),
    ),
  );
}

/** Each day's last slot goes on until `end`, Monday to Friday, if that is later. */
export function endingNotBefore(hours: readonly Slot[], end: Minutes): readonly Slot[] {
  return byDay(hours).map(({ day, slot, isLast }) => ({
    ...slot,
    days: [day],
    to: isLast && WORKDAYS.includes(day) ? Math.max(slot.to, end) : slot.to,
  }));
}

/** Each day's first slot begins `minutes` earlier, not before midnight. */
export function beginningEarlier(hours: readonly Slot[], minutes: Minutes): readonly Slot[] {
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
