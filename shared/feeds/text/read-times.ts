import type { WeeklySlot } from '../../domain/time/timetable.ts';
import { weekdaysAndRanges, type TimeItem } from './time-items.ts';
import { doubtsIn } from './time-doubts.ts';
import { timeTokens } from './time-tokens.ts';

/**
 * What a German text says of the weekly times of a course. `read`: the slots, ascending by day and time, no day twice.
 * `unclear`: it names times, but not ones that can be relied on. `none`: it names no time of day. `namesPractice`: it
 * speaks of a practical part; `coversPractice`: its times hold for that part too. `hoursPerWeek`: as stated, with or without
 * times.
 */
export type TimesRead = {
  readonly state: 'read' | 'unclear' | 'none';
  readonly weekly: readonly WeeklySlot[];
  readonly hoursPerWeek?: number;
  readonly namesPractice: boolean;
  readonly coversPractice: boolean;
};

/** A text beyond this is no text about times. */
const MAX_CHARACTERS = 4000;
const LONGEST_MINUTES = 13 * 60;
const SHORTEST_MINUTES = 30;
/** What begins earlier is a placeholder (00:00) or a time of the afternoon ("2-6 Uhr"). */
const EARLIEST = 6 * 60;

/**
 * Reads weekly times: `'Montag - Freitag 08.00 - 16.30 Uhr'`, `'Mo-Do 9-13'`, `'Mo–Fr, Kernzeit 09:30–13:30'` (core).
 * Gives slots only when all that stands around them is understood and nothing makes them uncertain ("auch bis 18 Uhr möglich",
 * "nach Absprache", two ranges for one day); better no time than one that is not there.
 */
export function readTimes(text: string): TimesRead {
  if (text.length > MAX_CHARACTERS) return { ...NO_TIMES, state: 'unclear' };
  const tokens = timeTokens(text);
  const { items, used, isOpen } = weekdaysAndRanges(tokens);
  const ranges = items.filter((item) => item.kind === 'range');
  const isCore = ranges.some((range) => range.isCore);
  const doubts = doubtsIn(tokens, used, isCore);
  const hours = hoursOf(items, tokens);
  const about = {
    ...(hours !== undefined && { hoursPerWeek: hours }),
    namesPractice: doubts.namesPractice,
    coversPractice: false,
  };
  const namesTimes = ranges.length > 0 || isOpen;
  if (!namesTimes) return { state: 'none', weekly: [], ...about };
  const slots = isOpen || doubts.isDoubtful ? undefined : slotsOf(items);
  if (slots === undefined || contradicts(slots, tokens)) return { state: 'unclear', weekly: [], ...about };
  return { state: 'read', weekly: slots, ...about, coversPractice: doubts.coversPractice };
}

const NO_TIMES: TimesRead = { state: 'none', weekly: [], namesPractice: false, coversPractice: false };

/** Days before their range, pair by pair, or one range before its days; a range called frame of a core time is left out. */
function slotsOf(items: readonly TimeItem[]): readonly WeeklySlot[] | undefined {
  const kept = items.filter((item) => item.kind === 'days' || !item.isFrame);
  const [first, second] = kept;
  const pairs = kept.length === 2 && first?.kind === 'range' && second ? [second, first] : kept;
  if (pairs.length === 0 || pairs.length % 2 === 1) return undefined;
  const slots: WeeklySlot[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const [days, range] = [pairs[index], pairs[index + 1]];
    if (days?.kind !== 'days' || range?.kind !== 'range') return undefined;
    const minutes = range.to - range.from;
    if (range.from < EARLIEST || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) return undefined;
    slots.push({ days: days.days, from: range.from, to: range.to, ...(range.isCore && { core: true }) });
  }
  const all = slots.flatMap((slot) => slot.days);
  if (new Set(all).size !== all.length) return undefined;
  const isMixed = slots.some((slot) => slot.core === true) && slots.some((slot) => slot.core !== true);
  return isMixed ? undefined : slots.toSorted((one, other) => (one.days[0] ?? 0) - (other.days[0] ?? 0));
}

type Tokens = ReturnType<typeof timeTokens>;

/** Hours a week as stated, or hours a day times the days named once. */
function hoursOf(items: readonly TimeItem[], tokens: Tokens): number | undefined {
  const [weekly, ...others] = amounts(tokens, 'week');
  if (weekly !== undefined) return others.length === 0 ? weekly / 60 : undefined;
  const [daily, ...moreDaily] = amounts(tokens, 'day');
  const days = new Set(items.flatMap((item) => (item.kind === 'days' ? item.days : [])));
  return daily === undefined || moreDaily.length > 0 || days.size === 0
    ? undefined
    : (daily * days.size) / 60;
}

/**
 * Stated lessons a day or a week that do not go into the times, or fill so little of them that they must be a frame or hold
 * in some weeks only. Breaks may be a third.
 */
function contradicts(slots: readonly WeeklySlot[], tokens: Tokens): boolean {
  if (slots.some((slot) => slot.core)) return false;
  const days = slots.flatMap(({ days, from, to }) => days.map(() => to - from));
  const week = days.reduce((sum, minutes) => sum + minutes, 0);
  const differ = (stated: number, shown: number) => shown < stated - 5 || shown > stated * 1.5;
  return (
    amounts(tokens, 'week').some((stated) => differ(stated, week)) ||
    amounts(tokens, 'day').some((stated) => days.some((shown) => differ(stated, shown))) ||
    tokens.some((token) => token.kind === 'often' && token.count !== days.length)
  );
}

function amounts(tokens: Tokens, per: 'day' | 'week'): readonly number[] {
  return [
    ...new Set(
      tokens.flatMap((token) => (token.kind === 'amount' && token.per === per ? [token.minutes] : [])),
    ),
  ];
}
