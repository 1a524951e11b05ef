import { addNumber, distinctRows, endRow, type DistinctRows } from './distinct-rows.ts';
import type { OfferColumns } from './segment-shapes.ts';
import { OFFER_FLAG } from './segment.ts';

/** Distinct rows of what offers ask for; `hours`: numbers of the different hours per week, which need not be whole. */
export type AskedNumbers = { readonly rows: DistinctRows; readonly hours: Map<number, number> };

/** No offers yet. */
export function askedNumbers(): AskedNumbers {
  return { rows: distinctRows(), hours: new Map() };
}

const ASKED_FLAGS =
  OFFER_FLAG.leadsToDegree |
  OFFER_FLAG.costFree |
  OFFER_FLAG.schoolingOrDegree |
  OFFER_FLAG.hasAges |
  OFFER_FLAG.complete;

/** The number of what an offer asks of a person and says of its hours, from its own columns: all but when, where, for which goals and fields. */
export function askedNumber({ rows, hours }: AskedNumbers, columns: OfferColumns, row: number): number {
  const hoursNumber = (value = 0): number => {
    const known = hours.get(value) ?? hours.size;
    hours.set(value, known);
    return known;
  };
  addNumber(rows, columns.kind[row] ?? 0);
  addNumber(rows, (columns.flags[row] ?? 0) & ASKED_FLAGS);
  addNumber(rows, columns.audiences[row] ?? 0);
  addNumber(rows, columns.needsGerman[row] ?? 0);
  addNumber(rows, columns.teachEntry[row] ?? 0);
  addNumber(rows, columns.teachTo[row] ?? 0);
  addNumber(rows, columns.schooling[row] ?? 0);
  addNumber(rows, columns.degree[row] ?? 0);
  addNumber(rows, columns.ageFrom[row] ?? 0);
  addNumber(rows, columns.ageTo[row] ?? 0);
  addNumber(rows, Number(columns.seatsFree[row] === 0));
  addNumber(rows, columns.costCents[row] ?? 0);
  addNumber(rows, hoursNumber(columns.hoursMin[row]));
  addNumber(rows, hoursNumber(columns.hoursMax[row]));
  addNumber(rows, hoursNumber(columns.growthTo[row]));
  addNumber(rows, hoursNumber(columns.selfPaced[row]));
  addNumber(rows, columns.dayParts[row] ?? 0);
  return endRow(rows);
}
