import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { FeedId, OfferId } from '../../offer/offer-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { careColumns } from './care-columns.ts';
import { groupNumbers } from './group-numbers.ts';
import { idColumns } from './id-columns.ts';
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
  const ascending = isAscending(offers)
    ? offers
    : offers.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return segmentOf(feed, ascending, publicHolidays);
}

function isAscending(offers: readonly CatalogueOffer[]): boolean {
  return offers.every(({ id }, at) => {
    const next = offers[at + 1];
    return next === undefined || id < next.id;
  });
}

/** The same of offers that ascend by id; each is looked at once and then no more, so that they need not be in memory. */
export function segmentOf(
  feed: FeedId,
  ascending: Iterable<CatalogueOffer>,
  publicHolidays: ReadonlySet<LocalDate>,
): Segment {
  const schedules = scheduleColumns(publicHolidays);
  const places = placeColumns();
  const care = careColumns();
  const rows = offerColumns();
  const groupOf = groupNumbers();
  const ids = idColumns();
  const [duplicates, duplicateOf]: [number[], OfferId[]] = [[], []];
  for (const offer of ascending) {
    const row = ids.add(offer.id);
    if (offer.duplicateOf !== undefined) {
      duplicates.push(row);
      duplicateOf.push(offer.duplicateOf);
    }
    const schedule = schedules.rowOf(offer);
    rows.add(offer, {
      schedule,
      isEachAtItsOwn: schedules.isEachAtItsOwn(schedule),
      childcare: care.rowOf(offer, row),
      group: groupOf(offer),
      placesEnd: places.addAll(offer.places),
    });
  }
  return {
    feed,
    ids: ids.done(),
    offers: rows.done(),
    duplicates: Int32Array.from(duplicates),
    duplicateOf,
    ...schedules.done(),
    ...places.done(),
    ...care.done(),
  };
}
