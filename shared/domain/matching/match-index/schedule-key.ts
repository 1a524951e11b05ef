import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { Timetable } from '../../time/timetable.ts';
import type { DistinctRows } from './distinct-rows.ts';
import { dayBits } from './day-bits.ts';
import { NO_DATE, NONE } from './segment.ts';
import { namesItsOwn } from './session-place.ts';

/** The number of an offer's schedule: equal for offers whose sessions are held alike, at places counted alike. */
export function scheduleNumber(rows: DistinctRows, offer: CatalogueOffer): number {
  const { timetable } = offer;
  const { weekly, dated, first, last, except } = timetable;
  rows.add(first ?? NO_DATE);
  rows.add(last ?? NO_DATE);
  rows.add(Number(offer.rolling));
  rows.add(weekly.length);
  rows.add(except.length);
  let isEach = false;
  for (const slot of weekly) {
    isEach ||= namesItsOwn(slot);
    rows.add(dayBits(slot.days));
    rows.add(slot.from);
    rows.add(slot.to);
    rows.add(truth(slot.core));
    addPlace(rows, slot);
  }
  for (const date of except) rows.add(date);
  for (const session of dated) {
    isEach ||= namesItsOwn(session);
    rows.add(session.date);
    rows.add(session.from);
    rows.add(session.to);
    addPlace(rows, session);
  }
  rows.add(isEach ? offer.places.length : NONE);
  rows.add(isEach ? Number(offer.online) : NONE);
  return rows.end();
}

function addPlace(rows: DistinctRows, { place, online }: Timetable['dated' | 'weekly'][number]): void {
  rows.add(place ?? NONE);
  rows.add(truth(online));
}

function truth(claim: boolean | undefined): number {
  return claim === undefined ? NONE : Number(claim);
}
