import * as z from 'zod';
import { weekdayFromName, type Weekday, type WeekdayName } from '../../domain/time/weekday.ts';

/** A day of the rule; `nth` counts such days in the month, from its end when negative. */
export type RuleDay = { readonly day: Weekday; readonly nth?: number };

/**
 * How often something recurs, by RFC 5545, for days in local wall-clock time. Lists are empty where the rule does not restrict
 * them. `weekStart` decides which weeks an interval above 1 takes.
 */
export type RecurrenceRule = {
  readonly freq: 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** At least 1. */
  readonly interval: number;
  readonly byDay: readonly RuleDay[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  /** ISO weeks, from the end of the year when negative. */
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly weekStart: Weekday;
};

/** The parts of a rule as sources write them; numbers may be texts, lists have commas. Anything else is not read. */
export type RuleText = {
  readonly freq?: string | undefined;
  readonly interval?: string | undefined;
  readonly byday?: string | undefined;
  readonly bymonthday?: string | undefined;
  readonly bymonth?: string | undefined;
  readonly byweekno?: string | undefined;
  readonly byyearday?: string | undefined;
  readonly wkst?: string | undefined;
};

const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const MAX_LIST = 60;

const wholeNumber = z.string().regex(/^[+-]?\d{1,4}$/);
const between = (low: number, high: number) =>
  z.preprocess(
    splitList,
    z.array(wholeNumber.transform(Number).refine((n) => n !== 0 && n >= low && n <= high)).max(MAX_LIST),
  );
const dayCode = z.enum(DAY_CODES).transform(weekdayOfCode);

const ruleSchema = z.object({
  freq: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
  interval: wholeNumber
    .transform(Number)
    .refine((n) => n >= 1 && n <= 1000)
    .prefault('1'),
  byday: z.preprocess(splitList, z.array(z.string().transform(readDay)).max(MAX_LIST)),
  bymonthday: between(-31, 31),
  bymonth: between(1, 12),
  byweekno: between(-53, 53),
  byyearday: between(-366, 366),
  wkst: dayCode.prefault('MO'),
});

/**
 * The rule of its parts, `undefined` where a part is malformed or the parts do not go together in RFC 5545 (an `nth` day
 * outside a month, days of the month in a weekly rule), as nobody knows then what was meant.
 */
export function parseRule(text: RuleText): RecurrenceRule | undefined {
  const parsed = ruleSchema.safeParse({
    ...Object.fromEntries(
      Object.entries(text).map(([part, value]) => [
        part,
        value?.trim() === '' ? undefined : value?.trim().toUpperCase(),
      ]),
    ),
    freq: text.freq?.trim().toLowerCase(),
  });
  if (!parsed.success) return undefined;
  const { freq, interval, byday, bymonthday, bymonth, byweekno, byyearday, wkst } = parsed.data;
  const hasNth = byday.some(({ nth }) => nth !== undefined);
  const fits = {
    daily: !hasNth && byweekno.length + byyearday.length === 0,
    // HSDS narrows a weekly rule by weeks of the year; counted in ISO weeks, so only where weeks begin on Monday.
    weekly: !hasNth && bymonthday.length + byyearday.length === 0 && (byweekno.length === 0 || wkst === 0),
    monthly: byweekno.length + byyearday.length === 0,
    // Days in a yearly rule may count in the year, the month or the week; only the month is read.
    yearly: byweekno.length === 0 && (byday.length === 0 || bymonth.length > 0),
  }[freq];
  if (!fits) return undefined;
  return {
    freq,
    interval,
    byDay: byday,
    byMonthDay: bymonthday,
    byMonth: bymonth,
    byWeekNo: byweekno,
    byYearDay: byyearday,
    weekStart: wkst,
  };
}

function splitList(value: unknown): unknown {
  if (value === undefined) return [];
  return typeof value === 'string'
    ? value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
    : value;
}

function readDay(text: string, context: z.RefinementCtx): RuleDay {
  const [, nth, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const day = dayCode.safeParse(code);
  const count = nth === undefined ? undefined : Number(nth);
  if (day.success && (count === undefined || (count !== 0 && Math.abs(count) <= 5)))
    return count === undefined ? { day: day.data } : { day: day.data, nth: count };
  context.addIssue({ code: 'custom', message: 'not-a-day' });
  return z.NEVER;
}

const NAME_OF_CODE: Readonly<Record<(typeof DAY_CODES)[number], WeekdayName>> = {
  MO: 'mo',
  TU: 'tu',
  WE: 'we',
  TH: 'th',
  FR: 'fr',
  SA: 'sa',
  SU: 'su',
};

function weekdayOfCode(code: (typeof DAY_CODES)[number]): Weekday {
  return weekdayFromName(NAME_OF_CODE[code]);
}
