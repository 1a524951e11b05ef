import * as z from 'zod';
import { MINUTES_PER_DAY, parseClockTime } from '../domain/time/clock-time.ts';
import { parseLocalDate } from '../domain/time/local-date.ts';
import { endAfterStart, type Slot } from '../domain/time/slot.ts';
import { WEEKDAY_NAMES, weekdayFromName, type WeekdayName } from '../domain/time/weekday.ts';
import { refuse } from './refuse.ts';

/** `HH:MM` of a request, parsed to minutes since midnight. */
export const clockTime = z
  .string()
  .transform((text, context) => parseClockTime(text) ?? refuse(context, 'not-a-time'))
  .meta({
    id: 'ClockTime',
    description: 'Local wall-clock time HH:MM in Europe/Berlin, 00:00 to 23:59; 24:00 only as an end.',
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$',
    examples: ['07:30'],
  });

/** `YYYY-MM-DD` of a request, parsed to days since 1970-01-01. */
export const localDate = z
  .string()
  .transform((text, context) => parseLocalDate(text) ?? refuse(context, 'not-a-date'))
  .meta({
    id: 'LocalDate',
    description: 'Calendar date YYYY-MM-DD.',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    examples: ['2026-08-01'],
  });

const weekdayNames = z
  .array(z.enum(WEEKDAY_NAMES))
  .min(1)
  .max(7)
  .meta({ description: 'Days on which the slot begins.' });

/** The fields every slot of a request has. */
export const slotShape = {
  days: weekdayNames,
  from: clockTime,
  to: clockTime.meta({
    description: 'End, HH:MM. Earlier than `from` = on the next day; the same is refused.',
  }),
};

type SlotText = { readonly days: readonly WeekdayName[]; readonly from: number; readonly to: number };

/** The slot of parsed fields; refuses one that is empty or begins at 24:00. Days come out ascending without repeats. */
export function slotOf(text: SlotText, context: z.RefinementCtx): Slot {
  if (text.from >= MINUTES_PER_DAY) return refuse(context, 'not-a-time', 'from');
  const to = endAfterStart(text.from, text.to);
  if (to === undefined) return refuse(context, 'slot-empty', 'to');
  const days = [...new Set(text.days.map(weekdayFromName))].toSorted((one, other) => one - other);
  return { days, from: text.from, to };
}
