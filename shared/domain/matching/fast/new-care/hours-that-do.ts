import { keepMask } from '../columns/bit-masks.ts';
import { countableHours } from './booked-places.ts';
import { keepCovering } from './booked-cover.ts';
import { addMask, masksOn } from './covering-hours.ts';
import { putNumber } from '../columns/number-column.ts';
import type { Search } from './search.ts';

/** The hours that cover the gaps of a child that has care, as bits; for one that has none each place answers for itself. */
export function hoursThatDo(search: Search, child: number): Uint32Array {
  const { near, gaps } = search;
  const { mask, covering } = near;
  const { words } = covering;
  mask.fill(-1);
  for (let row = 0; row < gaps.count; row += 1) {
    if (gaps.child[row] !== child) continue;
    const { masks, begin } = coveringHoursOf(search, row);
    let any = 0;
    for (let word = 0; word < words; word += 1) {
      const both = (mask[word] ?? 0) & (masks[begin + word] ?? 0);
      mask[word] = both;
      any |= both;
    }
    if (any === 0) break;
  }
  return mask;
}

/** Those of them at which some place counts for the child, or may count where somebody of the family is anyway. To be read before the next are asked for. */
export function hoursThatCount(search: Search, child: number): Uint32Array {
  const countable = countableHours(search, child);
  const mask = hoursThatDo(search, child);
  keepMask(mask, countable);
  return mask;
}

/** The hours that cover one gap: a mask within others, from `begin` on. To be read before the next is asked for. */
export function coveringHoursOf(
  search: Search,
  gap: number,
): { readonly masks: Uint32Array; readonly begin: number } {
  const { covering } = search.near;
  const begin = rowOf(search, gap) * covering.words;
  return { masks: covering.masks, begin };
}

/** The row of the mask for one gap. */
function rowOf(search: Search, gap: number): number {
  const { request, near, family, gaps } = search;
  const { openings, covering } = near;
  const day = request.days.times.day[gaps.time[gap] ?? 0] ?? 0;
  const column = masksOn(covering, openings.patternOf(day));
  const at = (gaps.meaning[gap] ?? 0) * family.weeks.length + (gaps.child[gap] ?? 0);
  const known = column.values[at] ?? 0;
  if (known !== 0) return known - 1;
  keepCovering(request, openings, family, gaps, gap, covering.draft.fill(-1));
  const added = addMask(covering);
  putNumber(column, at, added + 1);
  return added;
}
