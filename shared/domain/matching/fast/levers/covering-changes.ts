import { addMask, keepMask, setBit } from '../columns/bit-masks.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { GrantedChange } from '../../match-result.ts';
import type { Family } from '../sessions/family.ts';
import type { SessionTimes } from '../sessions/session-times.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';
import type { TriedChange } from './tried-change.ts';

/** A care change with the family's week after it. */
export type ChangedWeek = {
  readonly change: GrantedChange;
  readonly family: Family;
  readonly tried: TriedChange;
};

/** The care changes of a request in order, and those after which a child is looked after during sessions, as bits of masks of `words`. */
export type ChangesNear = {
  readonly changes: readonly ChangedWeek[];
  readonly words: number;
  /** Written anew for each look. */
  readonly mask: Uint32Array;
  /** Leaves in a mask the changes after which a child is looked after during the whole of sessions at a time. */
  readonly keepCovering: (mask: Uint32Array, child: number, time: number) => void;
};

/** Changes with what many looks at them have in common. */
export function changesNear(changes: readonly ChangedWeek[], times: SessionTimes): ChangesNear {
  const words = (changes.length + 31) >> 5;
  const covering = new Uint32Array(words);
  const byChild: (readonly CoverAfter[] | undefined)[][] = [];

  function coversOn(child: number, day: number): readonly CoverAfter[] {
    const byDay = (byChild[child] ??= []);
    return (byDay[day] ??= coversAfter(changes, words, child, day));
  }

  return {
    changes,
    words,
    mask: new Uint32Array(words),
    keepCovering(mask, child, time) {
      const begin = Math.floor((times.from[time] ?? 0) / GRID_MINUTES);
      const end = Math.ceil((times.to[time] ?? 0) / GRID_MINUTES);
      if (end > CELLS_PER_DAY) return;
      covering.fill(0);
      for (const { uncoveredBefore, of } of coversOn(child, times.day[time] ?? 0)) {
        if (uncoveredBefore[begin] !== uncoveredBefore[end]) continue;
        addMask(covering, of);
      }
      keepMask(mask, covering);
    },
  };
}

/** How a child is covered on a day, see `ChildWeek`, and the changes after which it is so, as bits. */
type CoverAfter = { readonly uncoveredBefore: Uint16Array; readonly of: Uint32Array };

/** Most changes leave the cover of a day as it is, so there are few different ones. */
function coversAfter(
  changes: readonly ChangedWeek[],
  words: number,
  child: number,
  day: number,
): readonly CoverAfter[] {
  const covers = new Map<Uint16Array, CoverAfter>();
  changes.forEach(({ family }, at) => {
    const uncoveredBefore = family.weeks[child]?.uncoveredBefore(day);
    if (uncoveredBefore === undefined) return;
    const after = covers.get(uncoveredBefore) ?? { uncoveredBefore, of: new Uint32Array(words) };
    covers.set(uncoveredBefore, after);
    setBit(after.of, at);
  });
  return [...covers.values()];
}
