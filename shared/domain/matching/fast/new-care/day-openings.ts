import { setBit } from '../columns/bit-masks.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { addDays } from '../../../time/local-date.ts';
import { weekdayOf } from '../../../time/weekday.ts';
import { lostIn } from '../days/cells.ts';
import { byWeekday, CELLS_PER_DAY, cellsOf, nextDay, type Span } from '../days/spans.ts';
import { NEEDS_FINE_DAYS } from '../needs-reference.ts';
import type { OpeningHours } from '../days/opening-hours.ts';
import type { Request } from '../request.ts';

/** The hours of all places near home, each at its number, as bits of masks. */
export type Openings = {
  /** How many words of 32 bits hold one bit for each. */
  readonly words: number;
  /** Within the day, hours hold the same stretches on classes of days with the same number. */
  readonly patternOf: (day: number) => number;
  /** Leaves in a mask those hours that hold a stretch, in cells from the midnight of a class's day. */
  readonly keepOpen: (mask: Uint32Array, day: number, from: number, to: number) => void;
};

/**
 * When places are open on the days of a class, in cells of the day. Hours that are open in one stretch are `from` … `to`, those that are
 * shut the empty stretch 1 … 1; `several` are the others, as bits. `opened` and `closing` are masks of those that open by a cell and those
 * that close not before it, worked out when asked for.
 */
type DayOpenings = {
  readonly pattern: number;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly several: Uint32Array;
  readonly opened: (Uint32Array | undefined)[];
  readonly closing: (Uint32Array | undefined)[];
};

const MOST_DAYS_AROUND = 8;
const MOST_HOURS = 2 ** 20;

/** The openings of one request; places are shut on public holidays. */
export function openingsOf(request: Pick<Request, 'days' | 'frame'>, all: readonly OpeningHours[]): Openings {
  const words = (all.length + 31) >> 5;
  const spans = all.map(({ slots }) => byWeekday(slots));
  const days: (DayOpenings | undefined)[] = [];
  const byKind = new Map<number, DayOpenings>();
  const patterns = new Map<string, number>();
  const cells = new Map<number, Uint32Array>();

  function openCells(hours: number, day: number, offset: number): Uint32Array {
    const key = (day * MOST_DAYS_AROUND + offset + MOST_DAYS_AROUND / 2) * MOST_HOURS + hours;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const worked = workOutCells(request, spans[hours] ?? [], day, offset);
    cells.set(key, worked);
    return worked;
  }

  /** Days that are told apart by what does not concern places have the same openings. */
  function openingsOn(day: number): DayOpenings {
    const kind = kindOf(request, day);
    const known = kind === undefined ? undefined : byKind.get(kind);
    if (known !== undefined) return known;
    const worked = workOutDay(day);
    if (kind !== undefined) byKind.set(kind, worked);
    return worked;
  }

  function workOutDay(day: number): DayOpenings {
    const from = new Uint16Array(all.length);
    const to = new Uint16Array(all.length);
    const several = new Uint32Array(words);
    for (let hours = 0; hours < all.length; hours += 1) {
      const stretch = onlyStretch(openCells(hours, day, 0));
      if (stretch === undefined) setBit(several, hours);
      from[hours] = stretch?.from ?? NEVER;
      to[hours] = stretch?.to ?? 0;
    }
    const key = several.some((word) => word !== 0) ? `class ${String(day)}` : `${from.join()} ${to.join()}`;
    const pattern = patterns.get(key) ?? patterns.size;
    patterns.set(key, pattern);
    return { pattern, from, to, several, opened: [], closing: [] };
  }

  /** `offset`: so many days after that of the class, to which the cells are counted. */
  function keepOneByOne(
    mask: Uint32Array,
    word: number,
    bits: number,
    day: number,
    offset: number,
    from: number,
    to: number,
  ): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (lostIn(openCells(word * 32 + bit, day, offset), from, to) > 0)
        mask[word] = (mask[word] ?? 0) & ~(1 << bit);
    }
  }

  function keepOnDay(mask: Uint32Array, day: number, from: number, to: number): void {
    const on = (days[day] ??= openingsOn(day));
    const opened = (on.opened[from] ??= maskOf(on.from, words, (opens) => opens <= from));
    const closing = (on.closing[to] ??= maskOf(on.to, words, (closes) => closes >= to));
    for (let word = 0; word < words; word += 1) {
      const before = mask[word] ?? 0;
      const several = before & (on.several[word] ?? 0);
      mask[word] = (before & (opened[word] ?? 0) & (closing[word] ?? 0)) | several;
      if (several !== 0) keepOneByOne(mask, word, several, day, 0, from, to);
    }
  }

  return {
    words,
    patternOf: (day) => (days[day] ??= openingsOn(day)).pattern,
    keepOpen(mask, day, from, to) {
      const begin = Math.max(0, from);
      const end = Math.min(CELLS_PER_DAY, to);
      if (begin < end) keepOnDay(mask, day, begin, end);
      if (begin === from && end === to) return;
      for (let at = from; at < to;) {
        const offset = Math.floor(at / CELLS_PER_DAY);
        const midnight = offset * CELLS_PER_DAY;
        const until = Math.min(to, midnight + CELLS_PER_DAY);
        for (let word = 0; word < words && offset !== 0; word += 1) {
          keepOneByOne(mask, word, mask[word] ?? 0, day, offset, at - midnight, until - midnight);
        }
        at = until;
      }
    },
  };
}

/** A number for the days of a class by all that openings hang on; `undefined` where the days around matter too. */
function kindOf({ days, frame }: Pick<Request, 'days' | 'frame'>, day: number): number | undefined {
  const found = days.classes[day];
  if (found === undefined || found.isFine) return undefined;
  const { date, plain } = found;
  return weekdayOf(date) * 2 + Number(!plain && frame.region.publicHolidays.has(date));
}

/** Opens at no cell of a day. */
const NEVER = 0xffff;

function maskOf(column: Uint16Array, words: number, isIn: (cell: number) => boolean): Uint32Array {
  const mask = new Uint32Array(words);
  column.forEach((cell, at) => {
    if (isIn(cell)) setBit(mask, at);
  });
  return mask;
}

/** When hours are open on the day `offset` days after that of a class. */
function workOutCells(
  { days, frame }: Pick<Request, 'days' | 'frame'>,
  ofWeek: readonly (readonly Span[])[],
  day: number,
  offset: number,
): Uint32Array {
  const found = days.classes[day];
  if (found === undefined) throw new RangeError('no such class of days');
  const { date: ofClass, plain, isFine } = found;
  if (offset !== 0 && !isFine) throw NEEDS_FINE_DAYS;
  const spans: Span[] = [];
  const date = addDays(ofClass, offset);
  const dayBefore = addDays(date, -1);
  const { publicHolidays } = frame.region;
  if (plain || !publicHolidays.has(date)) spans.push(...(ofWeek[weekdayOf(date)] ?? []));
  const nights = (ofWeek[weekdayOf(dayBefore)] ?? []).filter(({ to }) => to > MINUTES_PER_DAY);
  if (nights.length > 0 && !isFine) throw NEEDS_FINE_DAYS;
  if (plain || !publicHolidays.has(dayBefore)) spans.push(...nights.map(nextDay));
  return cellsOf(spans);
}

const SHUT: Span = { from: 1, to: 1 };

/** The one stretch that is set, SHUT when there is none; `undefined` when there are several. */
function onlyStretch(cells: Uint32Array): Span | undefined {
  let from = -1;
  let to = -1;
  for (let cell = 0; cell < CELLS_PER_DAY; cell += 1) {
    if (((cells[cell >> 5] ?? 0) & (1 << (cell & 31))) === 0) continue;
    if (from < 0) from = cell;
    else if (to !== cell) return undefined;
    to = cell + 1;
  }
  return from < 0 ? SHUT : { from, to };
}
