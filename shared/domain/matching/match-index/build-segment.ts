import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { FeedId } from '../../offer/offer-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { candidateKey } from '../candidates.ts';
import { careColumns } from './care-columns.ts';
import { interned } from './growing.ts';
import { offerColumns } from './offer-columns.ts';
import { placeColumns } from './place-columns.ts';
import { scheduleColumns } from './schedule-columns.ts';
import type { Segment } from './segment.ts';

/** Puts the offers of one feed into columns. `offers` in any order, ids unique; the holidays are those of the region. */
export function buildSegment(
  feed: FeedId,
  offers: readonly CatalogueOffer[],
  publicHolidays: ReadonlySet<LocalDate>,
): Segment {
  const ascending = offers.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const schedules = scheduleColumns(publicHolidays);
  const places = placeColumns();
  const care = careColumns();
  const rows = offerColumns();
  const groupOf = interned(candidateKey, () => undefined);
  const duplicates: number[] = [];
  ascending.forEach((offer, row) => {
    if (offer.duplicateOf !== undefined) duplicates.push(row);
    rows.add(offer, {
      schedule: schedules.rowOf(offer),
      childcare: care.rowOf(offer, row),
      group: groupOf(offer),
      placesFrom: places.addAll(offer.places),
    });
  });
  return {
    feed,
    ids: ascending.map(({ id }) => id),
    offers: rows.done(places.addAll([])),
    duplicates: Int32Array.from(duplicates),
    duplicateOf: ascending.flatMap(({ duplicateOf }) => (duplicateOf === undefined ? [] : [duplicateOf])),
    ...schedules.done(),
    ...places.done(),
    ...care.done(),
  };
}
