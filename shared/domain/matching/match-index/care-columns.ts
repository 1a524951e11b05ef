import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { AgeRangeMonths } from '../../offer/offer.ts';
import { CARE_KINDS } from '../../offer/terms.ts';
import type { Slot } from '../../time/slot.ts';
import { dayBits } from './day-bits.ts';
import { distinctRows } from './distinct-rows.ts';
import { growingTable } from './growing-table.ts';
import { careShape, slotShape } from './segment-shapes.ts';
import { CARE_FLAG, NO_DATE, NONE, type Segment } from './segment.ts';

/** Collects childcare of courses and offers of childcare. */
export function careColumns() {
  const table = growingTable(careShape);
  const openings = growingTable((make) => ({ slotsFrom: make.from() }));
  const slots = growingTable(slotShape);
  const distinct = distinctRows();

  function openingsRow(hours: readonly Slot[]): number {
    for (const { days, from, to } of hours) {
      distinct.add(dayBits(days));
      distinct.add(from);
      distinct.add(to);
    }
    const row = distinct.end();
    if (row < openings.length()) return row;
    for (const { days, from, to } of hours) {
      const at = slots.next();
      const columns = slots.columns();
      columns.days[at] = dayBits(days);
      columns.from[at] = from;
      columns.to[at] = to;
    }
    openings.next();
    openings.columns().slotsFrom[row + 1] = slots.length();
    return row;
  }

  type Row = {
    readonly kind: number;
    readonly ages: AgeRangeMonths | undefined;
    readonly free: number | undefined;
    readonly asOf: number | undefined;
    readonly flags: number;
    readonly hours: readonly Slot[];
  };
  function add(offer: number, { kind, ages, free, asOf, flags, hours }: Row): number {
    const row = table.next();
    const columns = table.columns();
    columns.offer[row] = offer;
    columns.kind[row] = kind;
    columns.agesFrom[row] = ages?.fromMonths ?? NO_DATE;
    columns.agesTo[row] = ages?.toMonths ?? NO_DATE;
    columns.free[row] = free ?? NONE;
    columns.asOf[row] = asOf ?? NO_DATE;
    columns.flags[row] = flags;
    columns.openings[row] = openingsRow(hours);
    return row;
  }

  return {
    /** The row of the childcare an offer is or has; NONE when it has none. A childcare offer's own comes first. */
    rowOf({ kind, care, childcare }: CatalogueOffer, offer: number): number {
      if (kind === 'childcare' && care !== undefined) {
        const flags = care.fetches ? CARE_FLAG.fetches : 0;
        const { ages, free, asOf, openings: hours } = care;
        add(offer, { kind: CARE_KINDS.indexOf(care.kind), ages, free, asOf, flags, hours });
      }
      if (childcare === undefined) return NONE;
      const flags =
        CARE_FLAG.ofCourse |
        (childcare.during ? CARE_FLAG.during : 0) |
        (childcare.certainty === 'stated' ? CARE_FLAG.stated : 0);
      const { ages, free, hours } = childcare;
      return add(offer, { kind: 0, ages, free, asOf: undefined, flags, hours });
    },
    done(): Pick<Segment, 'care' | 'openingsFrom' | 'slots'> {
      return { care: table.done(), openingsFrom: openings.done().slotsFrom, slots: slots.done() };
    },
  };
}
