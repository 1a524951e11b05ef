import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { AgeRangeMonths } from '../../offer/offer.ts';
import { CARE_KINDS } from '../../offer/terms.ts';
import type { Slot } from '../../time/slot.ts';
import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { dayBits } from './day-bits.ts';
import { addNumber, distinctRows, endRow, type DistinctRows } from './distinct-rows.ts';
import { growingTable, nextRow, rowsBegun, type GrowingTable } from './growing-table.ts';
import { careShape, slotShape, type CareColumns, type SlotColumns } from './segment-shapes.ts';
import { CARE_FLAG, NO_DATE, NONE, type Segment } from './segment.ts';

/** Childcare of courses and offers of childcare while they are collected, with their distinct hours. */
export type CareTables = {
  readonly care: GrowingTable<CareColumns>;
  readonly openings: GrowingTable<ReturnType<typeof openingsShape>>;
  readonly slots: GrowingTable<SlotColumns>;
  readonly distinct: DistinctRows;
};

function openingsShape(make: ColumnMakers<ColumnKinds>) {
  return { slotsFrom: make.from() };
}

/** No childcare yet. */
export function careTables(): CareTables {
  return {
    care: growingTable<CareColumns>(careShape),
    openings: growingTable(openingsShape),
    slots: growingTable<SlotColumns>(slotShape),
    distinct: distinctRows(),
  };
}

/** Adds the childcare an offer is or has. The row of what it has; NONE when it has none. A childcare offer's own comes first. */
export function addCareOf(
  tables: CareTables,
  { kind, care, childcare }: CatalogueOffer,
  offer: number,
): number {
  if (kind === 'childcare' && care !== undefined) {
    const flags = care.fetches ? CARE_FLAG.fetches : 0;
    const { ages, free, asOf, openings: hours } = care;
    add(tables, { offer, kind: CARE_KINDS.indexOf(care.kind), ages, free, asOf, flags, hours });
  }
  if (childcare === undefined) return NONE;
  const flags =
    CARE_FLAG.ofCourse |
    (childcare.during ? CARE_FLAG.during : 0) |
    (childcare.certainty === 'stated' ? CARE_FLAG.stated : 0);
  const { ages, free, hours } = childcare;
  return add(tables, { offer, kind: 0, ages, free, asOf: undefined, flags, hours });
}

type Row = {
  readonly offer: number;
  readonly kind: number;
  readonly ages: AgeRangeMonths | undefined;
  readonly free: number | undefined;
  readonly asOf: number | undefined;
  readonly flags: number;
  readonly hours: readonly Slot[];
};

function add(tables: CareTables, { offer, kind, ages, free, asOf, flags, hours }: Row): number {
  const row = nextRow(tables.care);
  const { columns } = tables.care;
  columns.offer[row] = offer;
  columns.kind[row] = kind;
  columns.agesFrom[row] = ages?.fromMonths ?? NO_DATE;
  columns.agesTo[row] = ages?.toMonths ?? NO_DATE;
  columns.free[row] = free ?? NONE;
  columns.asOf[row] = asOf ?? NO_DATE;
  columns.flags[row] = flags;
  columns.openings[row] = openingsRow(tables, hours);
  return row;
}

function openingsRow({ openings, slots, distinct }: CareTables, hours: readonly Slot[]): number {
  for (const { days, from, to } of hours) {
    addNumber(distinct, dayBits(days));
    addNumber(distinct, from);
    addNumber(distinct, to);
  }
  const row = endRow(distinct);
  if (row < openings.length) return row;
  for (const { days, from, to } of hours) {
    const at = nextRow(slots);
    slots.columns.days[at] = dayBits(days);
    slots.columns.from[at] = from;
    slots.columns.to[at] = to;
  }
  nextRow(openings);
  openings.columns.slotsFrom[row + 1] = slots.length;
  return row;
}

/** The childcare added. */
export function careAdded(tables: CareTables): Pick<Segment, 'care' | 'openingsFrom' | 'slots'> {
  return {
    care: rowsBegun(tables.care),
    openingsFrom: rowsBegun(tables.openings).slotsFrom,
    slots: rowsBegun(tables.slots),
  };
}
