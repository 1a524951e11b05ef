import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { addDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { lostIn } from './cells.ts';
import { byWeekday, CELLS_PER_DAY, cellsOf, nextDay, type Span } from './child-week.ts';
import { NeedsFineDays } from './needs-reference.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Request } from './request.ts';

/**
 * When places are open on the days of a class, in cells of the day. Hours that are open in one stretch are `from` … `to`, those that are
 * shut the empty stretch 1 … 1; `to` is 0 for those that cannot be told so.
 */
export type DayOpenings = { readonly from: Uint16Array; readonly to: Uint16Array };

/** The hours of all places near home, each at its number. */
export type Openings = {
  readonly count: number;
  /** How many words of 32 bits hold one bit for each. */
  readonly words: number;
  readonly on: (day: number) => DayOpenings;
  /** Whether hours hold a stretch, in cells from the midnight of a class's day; `on` are those of that day. */
  readonly isOpen: (on: DayOpenings, day: number, hours: number, from: number, to: number) => boolean;
};

const MOST_DAYS_AROUND = 8;

/** The openings of one request; places are shut on public holidays. */
export function openingsOf(request: Pick<Request, 'days' | 'frame'>, all: readonly OpeningHours[]): Openings {
  const spans = all.map(({ slots }) => byWeekday(slots));
  const days: (DayOpenings | undefined)[] = [];
  const cells: (Uint32Array | undefined)[][] = all.map(() => []);

  function openCells(hours: number, day: number, offset: number): Uint32Array {
    const ofHours = cells[hours] ?? [];
    const key = day * MOST_DAYS_AROUND + offset + MOST_DAYS_AROUND / 2;
    return (ofHours[key] ??= workOutCells(request, spans[hours] ?? [], day, offset));
  }

  function workOutDay(day: number): DayOpenings {
    const [from, to] = [new Uint16Array(all.length), new Uint16Array(all.length)];
    all.forEach((_hours, at) => {
      const stretch = onlyStretch(openCells(at, day, 0));
      if (stretch === undefined) return;
      from[at] = stretch.from;
      to[at] = stretch.to;
    });
    return { from, to };
  }

  return {
    count: all.length,
    words: (all.length + 31) >> 5,
    on: (day) => (days[day] ??= workOutDay(day)),
    isOpen(on, day, hours, from, to) {
      if (to <= (on.to[hours] ?? 0) && from >= (on.from[hours] ?? 0)) return true;
      if (to <= CELLS_PER_DAY && from >= 0 && (on.to[hours] ?? 0) !== 0) return false;
      for (let at = from; at < to;) {
        const offset = Math.floor(at / CELLS_PER_DAY);
        const midnight = offset * CELLS_PER_DAY;
        const until = Math.min(to, midnight + CELLS_PER_DAY);
        if (lostIn(openCells(hours, day, offset), at - midnight, until - midnight) > 0) return false;
        at = until;
      }
      return true;
    },
  };
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
  if (offset !== 0 && !isFine) throw new NeedsFineDays();
  const spans: Span[] = [];
  const date = addDays(ofClass, offset);
  const dayBefore = addDays(date, -1);
  const { publicHolidays } = frame.region;
  if (plain || !publicHolidays.has(date)) spans.push(...(ofWeek[weekdayOf(date)] ?? []));
  const nights = (ofWeek[weekdayOf(dayBefore)] ?? []).filter(({ to }) => to > MINUTES_PER_DAY);
  if (nights.length > 0 && !isFine) throw new NeedsFineDays();
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
