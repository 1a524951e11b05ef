import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { OfferId } from '../../offer/offer-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import { offerIdAt, rowOfOfferId } from '../match-index/offer-ids.ts';
import { NO_DATE, type Segment } from '../match-index/segment.ts';

/** Whether an offer can still be had and nothing else stands for it; the same rule as `currentOffers`. */
export type IsCurrent = (segment: Segment, offer: number) => boolean;

const known = new WeakMap<MatchIndex, { readonly today: LocalDate; readonly isCurrent: IsCurrent }>();

/** What is current on a day; of an index that was asked for it last, this is known. */
export function isCurrentOn(index: MatchIndex, today: LocalDate): IsCurrent {
  const last = known.get(index);
  if (last?.today === today) return last.isCurrent;
  const isCurrent = workOut(index, today);
  known.set(index, { today, isCurrent });
  return isCurrent;
}

function workOut({ segments }: MatchIndex, today: LocalDate): IsCurrent {
  const isValid = ({ offers }: Segment, row: number): boolean => (offers.validUntil[row] ?? NO_DATE) >= today;
  const told = segments.flatMap((segment) =>
    Array.from(segment.duplicates, (row, at) => ({
      segment,
      row,
      id: offerIdAt(segment.ids, row),
      other: segment.duplicateOf[at],
    })),
  );
  const next = new Map<OfferId, OfferId>();
  for (const { segment, row, id, other } of told) {
    if (other !== undefined && isValid(segment, row)) next.set(id, other);
  }
  if (next.size === 0) return isValid;
  const exists = (id: OfferId): boolean =>
    segments.some((segment) => {
      const row = rowOfOfferId(segment.ids, id);
      return row !== undefined && isValid(segment, row);
    });
  const replaced = new Map(segments.map((segment) => [segment, new Uint8Array(segment.offers.kind.length)]));
  for (const { segment, row, id } of told) {
    const rows = replaced.get(segment);
    if (rows !== undefined && !standsForItself(id, next, exists)) rows[row] = 1;
  }
  let last: { readonly segment: Segment; readonly rows: Uint8Array | undefined } | undefined;
  return (segment, row) => {
    if (last?.segment !== segment) last = { segment, rows: replaced.get(segment) };
    return isValid(segment, row) && last.rows?.[row] !== 1;
  };
}

/** Follows who stands for whom; of offers that name one another in a circle the lowest id stands for itself. */
function standsForItself(
  id: OfferId,
  next: ReadonlyMap<OfferId, OfferId>,
  exists: (id: OfferId) => boolean,
): boolean {
  const passed = new Set<OfferId>();
  let at = id;
  for (let other = next.get(at); other !== undefined && !passed.has(at); other = next.get(at)) {
    passed.add(at);
    if (!exists(other)) break;
    at = other;
  }
  return passed.has(at) ? id === [...passed].sort()[0] && at === id : at === id;
}

/** The offers of some that are current. */
export function currentAmong(
  { segments }: MatchIndex,
  offers: readonly CatalogueOffer[],
  isCurrent: IsCurrent,
): readonly CatalogueOffer[] {
  const byFeed = new Map(segments.map((segment) => [segment.feed, segment]));
  return offers.filter(({ id, freshness }) => {
    const segment = byFeed.get(freshness.feed);
    const row = segment === undefined ? undefined : rowOfOfferId(segment.ids, id);
    return segment !== undefined && row !== undefined && isCurrent(segment, row);
  });
}
