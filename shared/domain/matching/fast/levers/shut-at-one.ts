import { firstDayOf, type CareOfSessions } from '../care/care-answer.ts';
import type { SessionsAtOne } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { addGaps, clearGaps } from '../gaps/gaps.ts';
import { searchOf, type Search } from '../new-care/search.ts';
import { LEFT_FLAG, leftFlagsOf } from './left-gaps.ts';
import type { LeftSessions } from './left-sessions.ts';
import { shutByHolidays } from './shut-by-holidays.ts';
import { isShutWhereChanged } from './shut-where-changed.ts';
import { addMask, hasAll, isSet, keepMask, maskOfAll, setBit } from '../columns/bit-masks.ts';
import type { TrialMasks } from './trial-masks.ts';

/** Adds to a mask the changes that open nothing of sessions which are all attended at one place; as they are, these do not fit. */
export type AddShutAtOne = (question: CareOfSessions, atOne: SessionsAtOne, shut: Uint32Array) => void;

/** Looks at all changes of a request at once, then one by one at those that this does not tell of; `trials`: the terms after each of them. */
export function shutAtOneBy(
  stated: CareTerms,
  trials: readonly CareTerms[],
  masks: TrialMasks,
  left: LeftSessions,
): AddShutAtOne {
  const { request, families, places } = stated;
  const { ordinary } = families;
  const all = maskOfAll(trials.length);
  const [stays, whole] = [new Uint32Array(masks.words), new Uint32Array(masks.words)];
  const flagsOf: number[] = [];

  /** Adds the changes that leave all sessions as they are. */
  function addLeaving({ begin, end }: SessionsAtOne, shut: Uint32Array): void {
    stays.set(all);
    for (let row = begin; row < end; row += 1) keepMask(stays, left.leaving(row));
    addMask(shut, stays);
  }

  /** Notes LEFT_FLAG of the gaps of a session, by child. */
  function noteFlags(search: Search, session: number, time: number, atOne: SessionsAtOne): void {
    const { gaps } = search;
    clearGaps(gaps);
    addGaps(gaps, session, time, ordinary.meaningOf(time, atOne.where));
    for (let row = 0; row < gaps.count; row += 1) flagsOf[gaps.child[row] ?? 0] = leftFlagsOf(search, row);
  }

  /** Adds the changes that leave a gap which no hours cover, and those that leave all gaps where new care does not close them. */
  function addStaying(search: Search, atOne: SessionsAtOne, isUnmet: boolean, shut: Uint32Array): void {
    const { rows, begin, end, where } = atOne;
    let shapeBefore = 0;
    let patternBefore = 0;
    stays.set(masks.keepsBooked);
    for (let row = begin; row < end && !hasAll(shut, all); row += 1) {
      const time = rows.time[row] ?? 0;
      const day = rows.day[row] ?? 0;
      const meaning = ordinary.meaningOf(time, where);
      if (!meaning.isKnown) return;
      if (meaning.gaps === 0) continue;
      const shape = ordinary.shapeOf(time);
      const pattern = places.openings.patternOf(day);
      if (shape !== shapeBefore || pattern !== patternBefore) noteFlags(search, row - begin, time, atOne);
      shapeBefore = shape;
      patternBefore = pattern;
      for (let rest = meaning.gaps; rest !== 0; rest &= rest - 1) {
        const child = 31 - Math.clz32(rest & -rest);
        const flags = flagsOf[child] ?? 0;
        whole.set(left.leaving(row));
        if ((flags & LEFT_FLAG.whole) !== 0)
          addMask(whole, masks.sameFor(day, child, (flags & LEFT_FLAG.onlyTour) !== 0));
        if ((flags & LEFT_FLAG.wholeShut) !== 0) addMask(shut, whole);
        if ((flags & LEFT_FLAG.coreShut) !== 0) addMask(shut, masks.unchangedFor(day, child));
        keepMask(stays, whole);
      }
    }
    if (isUnmet) addMask(shut, stays);
  }

  return (question, atOne, shut) => {
    const { care, number, held } = question;
    const known = number === undefined ? undefined : stated.known[number];
    const firstDay = firstDayOf(stated, held);
    left.lookAt(atOne);
    const search = searchOf(request, places, ordinary, care, request.scratch.gaps, firstDay);
    addStaying(search, atOne, known?.result === 'unmet', shut);
    if (hasAll(shut, all)) return;
    if (known !== undefined) addLeaving(atOne, shut);
    shutByHolidays(stated, trials, left, care, shut);
    trials.forEach((trial, at) => {
      if (isSet(shut, at)) return;
      if (isShutWhereChanged(trial, care, atOne, left, at, firstDay)) setBit(shut, at);
    });
  };
}
