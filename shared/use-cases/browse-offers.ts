import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import { kilometresBetween } from '../domain/place/great-circle.ts';
import type { Point } from '../domain/place/point.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { passesFacts, passesTimes, type BrowseFilters } from './browse-filters.ts';
import type { CurrentOffers, NoOffers } from './current-offers.ts';
import { openPage, type PageDeps } from './open-page.ts';
import type { CursorFailure } from './page-cursor.ts';

/** Filters, the postcode to be near to, and the page. */
export type BrowseRequest = {
  readonly filters: BrowseFilters;
  readonly near?: string;
  readonly limit: number;
  readonly cursor?: string;
};

/** A page of offers; `timesNotKnown` were left out only because their times are not known. */
export type BrowsePage = {
  readonly offers: CurrentOffers;
  readonly today: LocalDate;
  readonly total: number;
  readonly timesNotKnown: number;
  readonly page: readonly CatalogueOffer[];
  readonly next?: string;
};

/** First known day of an offer. */
export function firstDayOf({ timetable }: CatalogueOffer): LocalDate | undefined {
  return timetable.dated.reduce<LocalDate | undefined>(
    (first, { date }) => (first === undefined || date < first ? date : first),
    timetable.first,
  );
}

/** Whether its last day lies before `today`. */
export function isOver({ freshness, timetable }: CatalogueOffer, today: LocalDate): boolean {
  const last = freshness.validUntil ?? timetable.last;
  return last !== undefined && last < today;
}

function kilometresFrom(point: Point | undefined, offer: CatalogueOffer): number {
  if (point === undefined) return 0;
  const ways = offer.places.flatMap((place) => (place.point ? [kilometresBetween(point, place.point)] : []));
  return Math.min(Number.POSITIVE_INFINITY, ...ways);
}

type Key = { readonly offer: CatalogueOffer; readonly kilometres: number; readonly first: number };

/** Nearest first where a place is given, then first day (not known last), then id by code points. */
function compareKeys(one: Key, other: Key): number {
  if (one.kilometres !== other.kilometres) return one.kilometres < other.kilometres ? -1 : 1;
  if (one.first !== other.first) return one.first < other.first ? -1 : 1;
  return one.offer.id < other.offer.id ? -1 : 1;
}

/** Lists current offers that are not over, narrowed by filters, in one order that pages walk. */
export async function browseOffers(
  deps: PageDeps,
  request: BrowseRequest,
): Promise<Result<BrowsePage, NoOffers | CursorFailure | 'near-not-known'>> {
  const opened = await openPage(deps, request);
  if (!opened.ok) return opened;
  const { offers, today, position, cursorAt } = opened.value;
  const point = request.near === undefined ? undefined : deps.inUse.region.postcodes.get(request.near);
  if (request.near !== undefined && point === undefined) return failed('near-not-known');

  const passing = offers.offers.filter(
    (offer) => !isOver(offer, today) && passesFacts(offer, request.filters),
  );
  const timed = passing.map((offer) => ({ offer, passes: passesTimes(offer, request.filters) }));
  const found = timed
    .filter(({ passes }) => passes === 'yes')
    .map(({ offer }) => ({
      offer,
      kilometres: kilometresFrom(point, offer),
      first: firstDayOf(offer) ?? Number.POSITIVE_INFINITY,
    }))
    .toSorted(compareKeys);
  const end = position + request.limit;
  const made = {
    offers,
    today,
    total: found.length,
    timesNotKnown: timed.filter(({ passes }) => passes === 'unknown').length,
    page: found.slice(position, end).map(({ offer }) => offer),
  };
  return ok(end < found.length ? { ...made, next: cursorAt(end) } : made);
}
