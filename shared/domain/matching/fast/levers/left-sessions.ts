import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { numberColumn, putNumber } from '../columns/number-column.ts';
import { CELLS_PER_DAY, type Span } from '../days/spans.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Attended, Meaning } from '../sessions/session-needs.ts';
import { addMask, isSet, keepMask, setBit } from '../columns/bit-masks.ts';
import type { TrialMasks } from './trial-masks.ts';

/**
 * Which of the changes that are tried leave what sessions mean as it is, while schools are closed too; written anew for each look. Rows are those
 * of the sessions that were looked at, `at` is the place of a change.
 */
export type LeftSessions = {
  readonly lookAt: (atOne: SessionsAtOne) => void;
  /** The changes that leave all sessions of any case as they are. */
  readonly leavingAll: (care: Pick<CareCase, 'sessions' | 'attended'>) => Uint32Array;
  readonly isLeft: (row: number, at: number) => boolean;
  /** The changes that leave the sessions of a row as they are. */
  readonly leaving: (row: number) => Uint32Array;
};

/**
 * Which changes cover some cells of a day otherwise for one child, as bits. `before`: those of which the first such cell is before a cell; `after`: those
 * of which one is not before it; words for each cell, and for the end of the day.
 */
type Touched = { readonly before: Uint32Array; readonly after: Uint32Array };

/**
 * The sessions that changes leave: those on days on which all care stays, and those around which, from the earliest handover to the latest in any
 * order of stops, helpers who are added cover nothing that was not covered.
 */
export function leftSessions(
  { families }: CareTerms,
  trials: readonly CareTerms[],
  { words, asIs }: TrialMasks,
): LeftSessions {
  const { ordinary, schoolsClosed } = families;
  const byChild: (Touched | undefined)[][] = ordinary.weeks.map(() => []);
  const masks: Uint32Array[] = [];
  const [ofOne, all] = [new Uint32Array(words), new Uint32Array(words)];
  const lookedAt = numberColumn();
  let looks = 0;
  let sessions: SessionsAtOne | undefined;

  /** What helpers cover who are added is only touched where it is not covered as things are. */
  function touchedBy({ families: after, tried }: CareTerms, child: number, day: number): Span {
    const isClosedAlike = (after.schoolsClosed === undefined) === (schoolsClosed === undefined);
    if (tried?.addsOnly !== true || !isClosedAlike) return WHOLE_DAY;
    const help = tried.touchedOn(day, child);
    const open = uncoveredIn(ordinary.weeks[child], day, help);
    const closed = schoolsClosed === undefined ? open : uncoveredIn(schoolsClosed.weeks[child], day, help);
    return { from: Math.min(open.from, closed.from), to: Math.max(open.to, closed.to) };
  }

  function workOut(child: number, day: number): Touched {
    const size = (CELLS_PER_DAY + 1) * words;
    const [before, after] = [new Uint32Array(size), new Uint32Array(size)];
    trials.forEach((trial, at) => {
      const { from, to } = touchedBy(trial, child, day);
      if (from >= to) return;
      setBit(before, (from + 1) * words * 32 + at);
      setBit(after, (to - 1) * words * 32 + at);
    });
    for (let at = words; at < size; at += 1) before[at] = (before[at] ?? 0) | (before[at - words] ?? 0);
    for (let at = size - words - 1; at >= 0; at -= 1) after[at] = (after[at] ?? 0) | (after[at + words] ?? 0);
    return { before, after };
  }

  function takeOutTouching(mask: Uint32Array, day: number, meaning: Meaning): void {
    const { rows, begin, count } = meaning;
    if (!isWithinDayAnyhow(meaning)) {
      mask.fill(0);
      return;
    }
    for (let row = begin; row < begin + count; row += 1) {
      const child = rows.child[row] ?? 0;
      const from = rows.mostFrom[row] ?? 0;
      const to = rows.mostTo[row] ?? 0;
      const ofChild = (byChild[child] ??= []);
      const { before, after } = (ofChild[day] ??= workOut(child, day));
      for (let word = 0; word < words; word += 1) {
        const touching = (before[to * words + word] ?? 0) & (after[from * words + word] ?? 0);
        mask[word] = (mask[word] ?? 0) & ~touching;
      }
    }
  }

  function look(mask: Uint32Array, day: number, time: number, where: Attended): void {
    const meaning = ordinary.meaningOf(time, where);
    takeOutTouching(mask.fill(-1), day, meaning);
    const closed = schoolsClosed?.meaningOf(time, where);
    if (closed !== undefined && closed.id !== meaning.id) takeOutTouching(mask, day, closed);
    addMask(mask, asIs(day));
  }

  /** Rows are looked at when they are first asked for. */
  function leaving(row: number): Uint32Array {
    const at = row - (sessions?.begin ?? 0);
    const mask = masks[at];
    if (sessions === undefined || mask === undefined) throw new Error('no such sessions are looked at');
    if (lookedAt.values[at] !== looks) {
      const { rows, where } = sessions;
      look(mask, rows.day[row] ?? 0, rows.time[row] ?? 0, where);
      putNumber(lookedAt, at, looks);
    }
    return mask;
  }

  return {
    lookAt(atOne) {
      sessions = atOne;
      looks += 1;
      while (masks.length < atOne.end - atOne.begin) masks.push(new Uint32Array(words));
    },
    leavingAll({ sessions: each, attended }) {
      all.fill(-1);
      for (const { day, time, place } of each) {
        look(ofOne, day, time, attended(place));
        keepMask(all, ofOne);
      }
      return all;
    },
    isLeft: (row, at) => isSet(leaving(row), at),
    leaving,
  };
}

const WHOLE_DAY: Span = { from: 0, to: CELLS_PER_DAY };

/** From the first to the last cell of some that is not covered; `from` is not below `to` where all are. */
function uncoveredIn(week: ChildWeek | undefined, day: number, { from, to }: Span): Span {
  const before = week?.uncoveredBefore(day);
  if (before === undefined || from >= to) return { from, to };
  const [none, all] = [before[from] ?? 0, before[to] ?? 0];
  let [begin, end] = [from, to];
  while (begin < end && before[begin + 1] === none) begin += 1;
  while (end > begin && before[end - 1] === all) end -= 1;
  return { from: begin, to: end };
}

/** Whether all ways are known and no need passes midnight, whatever the order of stops. */
export function isWithinDayAnyhow({ isKnown, rows, begin, count }: Meaning): boolean {
  if (!isKnown) return false;
  for (let row = begin; row < begin + count; row += 1) {
    if ((rows.mostFrom[row] ?? 0) < 0 || (rows.mostTo[row] ?? 0) > CELLS_PER_DAY) return false;
  }
  return true;
}
