import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { AgeRangeMonths } from '../../offer/offer.ts';
import { CARE_KINDS } from '../../offer/terms.ts';
import type { Slot } from '../../time/slot.ts';
import { growingColumns, interned } from './growing.ts';
import { careShape, slotShape } from './segment-shapes.ts';
import { CARE_FLAG, NO_DATE, NONE, type Segment } from './segment.ts';

/** Collects childcare of courses and offers of childcare. */
export function careColumns() {
  const { begin, finish } = growingColumns();
  const columns = careShape(begin);
  const openingsFrom = begin.u32();
  const slots = slotShape(begin);
  const openingsRow = interned(
    (hours: readonly Slot[]) => JSON.stringify(hours.map(({ days, from, to }) => [days, from, to])),
    (hours) => {
      openingsFrom.push(slots.days.length);
      for (const { days, from, to } of hours) {
        slots.days.push(days.reduce<number>((bits, day) => bits | (1 << day), 0));
        slots.from.push(from);
        slots.to.push(to);
      }
    },
  );

  type Row = {
    readonly kind: number;
    readonly ages: AgeRangeMonths | undefined;
    readonly free: number | undefined;
    readonly asOf: number | undefined;
    readonly flags: number;
    readonly hours: readonly Slot[];
  };
  function add(offer: number, { kind, ages, free, asOf, flags, hours }: Row): number {
    columns.offer.push(offer);
    columns.kind.push(kind);
    columns.agesFrom.push(ages?.fromMonths ?? NO_DATE);
    columns.agesTo.push(ages?.toMonths ?? NO_DATE);
    columns.free.push(free ?? NONE);
    columns.asOf.push(asOf ?? NO_DATE);
    columns.flags.push(flags);
    columns.openings.push(openingsRow(hours));
    return columns.offer.length - 1;
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
      openingsFrom.push(slots.days.length);
      return {
        care: careShape(finish),
        openingsFrom: finish.u32(),
        slots: slotShape(finish),
      };
    },
  };
}
