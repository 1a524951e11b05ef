import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { GrantedChange } from '../../match-result.ts';
import { lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Family } from '../sessions/family.ts';
import { numberColumn, putNumber } from '../columns/number-column.ts';
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
  const byChild: (readonly WeekAfter[])[] = [];
  const children = changes[0]?.family.weeks.length ?? 0;
  const known = numberColumn();
  const masks: Uint32Array[] = [];

  function workOut(child: number, time: number): Uint32Array {
    const mask = new Uint32Array(words);
    const begin = Math.floor((times.from[time] ?? 0) / GRID_MINUTES);
    const end = Math.ceil((times.to[time] ?? 0) / GRID_MINUTES);
    if (end > CELLS_PER_DAY) return mask.fill(-1);
    for (const { week, of } of (byChild[child] ??= weeksAfter(changes, words, child))) {
      if (lostCells(week, times.day[time] ?? 0, begin, end) > 0) continue;
      for (let word = 0; word < words; word += 1) mask[word] = (mask[word] ?? 0) | (of[word] ?? 0);
    }
    return mask;
  }

  return {
    changes,
    words,
    mask: new Uint32Array(words),
    keepCovering(mask, child, time) {
      const at = time * children + child;
      let row = known.values[at] ?? 0;
      if (row === 0) {
        masks.push(workOut(child, time));
        row = masks.length;
        putNumber(known, at, row);
      }
      const covering = masks[row - 1];
      for (let word = 0; word < words; word += 1) mask[word] = (mask[word] ?? 0) & (covering?.[word] ?? 0);
    },
  };
}

/** A child's week, and the changes after which it is that, as bits. */
type WeekAfter = { readonly week: ChildWeek; readonly of: Uint32Array };

function weeksAfter(changes: readonly ChangedWeek[], words: number, child: number): readonly WeekAfter[] {
  const byWeek = new Map<ChildWeek, WeekAfter>();
  changes.forEach(({ family }, at) => {
    const week = family.weeks[child];
    if (week === undefined) return;
    const after = byWeek.get(week) ?? { week, of: new Uint32Array(words) };
    byWeek.set(week, after);
    after.of[at >> 5] = (after.of[at >> 5] ?? 0) | (1 << (at & 31));
  });
  return [...byWeek.values()];
}
