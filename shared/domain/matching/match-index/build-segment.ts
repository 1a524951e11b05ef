import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { FeedId, OfferId } from '../../offer/offer-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { askedNumbers } from './asked-number.ts';
import { addCareOf, careAdded, careTables } from './care-columns.ts';
import { groupNumbers, groupOf } from './group-numbers.ts';
import { growingTable, rowsBegun } from './growing-table.ts';
import { addId, idColumns, idsAdded } from './id-columns.ts';
import { addOffer } from './offer-columns.ts';
import { addPlaces, placesAdded, placeTables } from './place-columns.ts';
import { scheduleRowOf, schedulesAdded, scheduleTables } from './schedule-columns.ts';
import { offerShape, type OfferColumns } from './segment-shapes.ts';
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
  const ids = idColumns();
  const rows = growingTable<OfferColumns>(offerShape);
  const schedules = scheduleTables(publicHolidays);
  const places = placeTables();
  const care = careTables();
  const groups = groupNumbers();
  const asked = askedNumbers();
  const [duplicates, duplicateOf]: [number[], OfferId[]] = [[], []];
  for (const offer of ascending) {
    const row = addId(ids, offer.id);
    if (offer.duplicateOf !== undefined) {
      duplicates.push(row);
      duplicateOf.push(offer.duplicateOf);
    }
    const schedule = scheduleRowOf(schedules, offer);
    addOffer(rows, asked, offer, {
      schedule,
      isEachAtItsOwn: schedules.isEach[schedule] ?? false,
      childcare: addCareOf(care, offer, row),
      group: groupOf(groups, offer),
      placesEnd: addPlaces(places, offer.places),
    });
  }
  return {
    feed,
    ids: idsAdded(ids),
    offers: rowsBegun(rows),
    duplicates: Int32Array.from(duplicates),
    duplicateOf,
    ...schedulesAdded(schedules),
    ...placesAdded(places),
    ...careAdded(care),
  };
}
