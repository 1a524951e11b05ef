import type { SessionsAtOne } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import type { Request } from '../request.ts';
import type { Meaning } from '../sessions/session-needs.ts';
import { SESSION_FLAG, type SessionRows } from '../sessions/session-rows.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';
import { unitedCells } from './united-cells.ts';

/** Whole weeks are looked at in words of so many. */
const WEEKS_PER_WORD = 32;

/**
 * The most cells, over calendar weeks, that sessions of which no two are on one date leave uncovered for at least one child; `undefined`
 * where a need reaches beyond its day. `plainWeek` stands for any week.
 */
export function mostLostAtOne(
  request: Pick<Request, 'lost' | 'scratch'>,
  family: Family,
  atOne: SessionsAtOne,
  plainWeek: number,
): number | undefined {
  const { rows, begin, end, where } = atOne;
  const { cells, byWeek } = request.scratch;
  let [sum, first, last] = [0, Number.POSITIVE_INFINITY, 0];
  for (let row = begin; row < end; row += 1) {
    const meaning = family.meaningOf(rows.time[row] ?? 0, where);
    const lost = meaning.gaps === 0 ? 0 : lostBy(request, family, meaning, rows.day[row] ?? 0);
    if (lost === undefined) return undefined;
    cells[row - begin] = lost;
    if (lost === 0) continue;
    sum += lost;
    const week = isPlain(rows, row) ? plainWeek : (rows.onDates.firstWeek[rows.dates[row] ?? 0] ?? 0);
    first = Math.min(first, week);
    last = Math.max(last, week + Math.max(1, wordsOf(rows, row)) * WEEKS_PER_WORD);
  }
  if (sum === 0 || isAnyWeekOfAll(atOne, cells)) return sum;
  for (let week = 0; week < last - first; week += 1) byWeek[week] = 0;
  return mostByWeek(atOne, cells, plainWeek, byWeek, first);
}

/** `byWeek`: from week `first` on, nothing lost yet. */
function mostByWeek(
  { rows, begin, end }: SessionsAtOne,
  cells: readonly number[],
  plainWeek: number,
  byWeek: number[],
  first: number,
): number {
  const { words, wordsFrom, firstWeek } = rows.onDates;
  let most = 0;
  for (let row = begin; row < end; row += 1) {
    const lost = cells[row - begin] ?? 0;
    if (lost === 0) continue;
    if (isPlain(rows, row)) {
      const ofWeek = (byWeek[plainWeek - first] ?? 0) + lost;
      byWeek[plainWeek - first] = ofWeek;
      if (ofWeek > most) most = ofWeek;
      continue;
    }
    const dates = rows.dates[row] ?? 0;
    const from = wordsFrom[dates] ?? 0;
    for (let at = from; at < (wordsFrom[dates + 1] ?? 0); at += 1) {
      const week = (firstWeek[dates] ?? 0) + (at - from) * WEEKS_PER_WORD - first;
      for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
        const bit = week + 31 - Math.clz32(rest & -rest);
        const ofWeek = (byWeek[bit] ?? 0) + lost;
        byWeek[bit] = ofWeek;
        if (ofWeek > most) most = ofWeek;
      }
    }
  }
  return most;
}

function lostBy(
  { lost }: Pick<Request, 'lost'>,
  { weeks }: Family,
  meaning: Meaning,
  day: number,
): number | undefined {
  const known = lost[meaning.id];
  if (known !== undefined) return known;
  const { rows, begin } = meaning;
  const end = begin + meaning.count;
  for (let row = begin; row < end; row += 1) {
    if ((rows.from[row] ?? 0) < 0 || (rows.to[row] ?? 0) > CELLS_PER_DAY) return undefined;
  }
  const cells = unitedCells(weeks, day, rows, begin, end);
  lost[meaning.id] = cells;
  return cells;
}

function isPlain({ flags }: SessionRows, row: number): boolean {
  return ((flags[row] ?? 0) & SESSION_FLAG.plain) !== 0;
}

function wordsOf({ onDates: { wordsFrom }, dates }: SessionRows, row: number): number {
  const on = dates[row] ?? 0;
  return (wordsFrom[on + 1] ?? 0) - (wordsFrom[on] ?? 0);
}

/** Whether there is a week in which all that leave something uncovered are held: no week can have more. */
function isAnyWeekOfAll({ rows, begin, end }: SessionsAtOne, cells: readonly number[]): boolean {
  const { dates, onDates } = rows;
  const { words, wordsFrom, firstWeek } = onDates;
  let first = -1;
  for (let row = begin; row < end && first < 0; row += 1) if ((cells[row - begin] ?? 0) > 0) first = row;
  if (isPlain(rows, first)) return isAllPlain(rows, begin, end, cells);
  const onFirst = dates[first] ?? 0;
  for (let word = 0; word < wordsOf(rows, first); word += 1) {
    const week = (firstWeek[onFirst] ?? 0) + word * WEEKS_PER_WORD;
    let inAll = words[(wordsFrom[onFirst] ?? 0) + word] ?? 0;
    for (let row = first + 1; row < end && inAll !== 0; row += 1) {
      if ((cells[row - begin] ?? 0) === 0) continue;
      const on = dates[row] ?? 0;
      const at = (week - (firstWeek[on] ?? 0)) / WEEKS_PER_WORD;
      const isIn = !isPlain(rows, row) && at >= 0 && at < wordsOf(rows, row) && Number.isInteger(at);
      inAll &= isIn ? (words[(wordsFrom[on] ?? 0) + at] ?? 0) : 0;
    }
    if (inAll !== 0) return true;
  }
  return false;
}

function isAllPlain(rows: SessionRows, begin: number, end: number, cells: readonly number[]): boolean {
  for (let row = begin; row < end; row += 1) {
    if ((cells[row - begin] ?? 0) > 0 && !isPlain(rows, row)) return false;
  }
  return true;
}
