import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { Timetable } from '../../time/timetable.ts';
import { dayBits } from './day-bits.ts';
import { addNumber, endRow, type DistinctRows } from './distinct-rows.ts';
import { NO_DATE, NONE } from './segment.ts';
import { namesItsOwn } from './session-place.ts';

/** The number of an offer's schedule: equal for offers whose sessions are held alike, at places counted alike. */
export function scheduleNumber(rows: DistinctRows, offer: CatalogueOffer): number {
  const { weekly, dated, first, last, except } = offer.timetable;
  addNumber(rows, first ?? NO_DATE);
  addNumber(rows, last ?? NO_DATE);
  addNumber(rows, Number(offer.rolling));
  addNumber(rows, weekly.length);
  addNumber(rows, except.length);
  let isEach = false;
  for (const slot of weekly) {
    isEach ||= namesItsOwn(slot);
    addNumber(rows, dayBits(slot.days));
    addNumber(rows, slot.from);
    addNumber(rows, slot.to);
    addNumber(rows, truth(slot.core));
    addPlace(rows, slot);
  }
  for (const date of except) addNumber(rows, date);
  for (const session of dated) {
    isEach ||= namesItsOwn(session);
    addNumber(rows, session.date);
    addNumber(rows, session.from);
    addNumber(rows, session.to);
    addPlace(rows, session);
  }
  addNumber(rows, isEach ? offer.places.length : NONE);
  addNumber(rows, isEach ? Number(offer.online) : NONE);
  return endRow(rows);
}

function addPlace(rows: DistinctRows, { place, online }: Timetable['dated' | 'weekly'][number]): void {
  addNumber(rows, place ?? NONE);
  addNumber(rows, truth(online));
}

function truth(claim: boolean | undefined): number {
  return claim === undefined ? NONE : Number(claim);
}
