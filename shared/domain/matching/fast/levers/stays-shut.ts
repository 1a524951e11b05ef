import type { LocalDate } from '../../../time/local-date.ts';
import type { CareCase } from '../care/care-case.ts';
import { LEFT_FLAG, type LeftGaps, type LeftGapsOf } from './left-gaps.ts';
import type { TriedChange } from './tried-change.ts';

/**
 * Whether a change is certain to open nothing of a case: what it leaves uncovered as it was, no place that counts covers. See DESIGN.md for why
 * the bounds are admissible.
 */
export type StaysShut = (care: CareCase, firstDay: LocalDate, change: TriedChange) => boolean;

/** Tells it by the gaps before any change; `words`: of a mask of hours. */
export function staysShutIn(leftGaps: LeftGapsOf, words: number): StaysShut {
  const all = new Uint32Array(words);

  /** Whether no hours cover all that stays of one child's gaps. */
  function isUncovered(left: LeftGaps, child: number, change: TriedChange): boolean {
    let isAnyLeft = false;
    all.fill(-1);
    for (let row = 0; row < left.child.length; row += 1) {
      const stays = left.child[row] === child ? whatStays(left, row, change) : 0;
      if (stays === 0) continue;
      isAnyLeft = true;
      const masks = stays === LEFT_FLAG.whole ? left.whole : left.core;
      for (let word = 0; word < words; word += 1) {
        all[word] = (all[word] ?? 0) & (masks[row * words + word] ?? 0);
      }
    }
    if (!isAnyLeft) return false;
    for (const word of all) if (word !== 0) return false;
    return true;
  }

  return (care, firstDay, change) => {
    if (care.id === 0) return false;
    const left = leftGaps(care, firstDay);
    if (!left.isClosable && isUntouched(left, change)) return true;
    let seen = 0;
    for (const child of left.child) {
      if ((seen & (1 << child)) === 0 && isUncovered(left, child, change)) return true;
      seen |= 1 << child;
    }
    return false;
  };
}

/** LEFT_FLAG.whole, LEFT_FLAG.core, or 0 where nothing is certain to stay. */
function whatStays({ child, day, flags }: LeftGaps, row: number, change: TriedChange): number {
  const on = day[row] ?? 0;
  const told = flags[row] ?? 0;
  const isChildUnchanged = (change.unchangedOn(on) & (1 << (child[row] ?? 0))) !== 0;
  if (!isChildUnchanged) return 0;
  const isSame = change.isSameFor(on, child[row] ?? 0, (told & LEFT_FLAG.onlyTour) !== 0);
  if (isSame && (told & LEFT_FLAG.whole) !== 0) return LEFT_FLAG.whole;
  return told & LEFT_FLAG.core;
}

/** Whether all gaps stay as they are. */
function isUntouched(left: LeftGaps, change: TriedChange): boolean {
  for (let row = 0; row < left.child.length; row += 1) {
    if (whatStays(left, row, change) !== LEFT_FLAG.whole) return false;
  }
  return true;
}
