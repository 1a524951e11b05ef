import type { CareKind } from '../../../offer/terms.ts';
import type { Slot } from '../../../time/slot.ts';
import { WEEKDAYS } from '../../../time/weekday.ts';
import type { Segment } from '../../match-index/segment.ts';

/** Places with equal openings and of one kind: what one of them covers, each of them does. */
export type OpeningHours = { readonly id: number; readonly slots: readonly Slot[]; readonly kind: CareKind };

/** The slots of one row of distinct openings. */
export function slotsOf({ openingsFrom, slots }: Segment, openings: number): readonly Slot[] {
  const rows: Slot[] = [];
  for (let at = openingsFrom[openings] ?? 0; at < (openingsFrom[openings + 1] ?? 0); at += 1) {
    const bits = slots.days[at] ?? 0;
    const days = WEEKDAYS.filter((day) => (bits & (1 << day)) !== 0);
    rows.push({ days, from: slots.from[at] ?? 0, to: slots.to[at] ?? 0 });
  }
  return rows;
}
