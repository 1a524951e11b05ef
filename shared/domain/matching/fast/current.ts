import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { OfferId } from '../../offer/offer-id.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { MatchIndex } from '../match-index/match-index.ts';
import { NO_DATE, type Segment } from '../match-index/segment.ts';

/** Whether an offer can still be had and nothing else stands for it; the same rule as `currentOffers`. */
export type IsCurrent = (segment: Segment, offer: number) => boolean;

/** What is current on a day. */
export function isCurrentOn({ segments }: MatchIndex, today: LocalDate): IsCurrent {
  const isValid = ({ offers }: Segment, row: number): boolean => (offers.validUntil[row] ?? NO_DATE) >= today;
  const next = new Map<OfferId, OfferId>();
  for (const segment of segments) {
    segment.duplicates.forEach((row, at) => {
      const [id, other] = [segment.ids[row], segment.duplicateOf[at]];
      if (id !== undefined && other !== undefined && isValid(segment, row)) next.set(id, other);
    });
  }
  if (next.size === 0) return isValid;
  const exists = (id: OfferId): boolean =>
    segments.some((segment) => {
      const row = rowOf(segment, id);
      return row !== undefined && isValid(segment, row);
    });
  const replaced = new Set([...next.keys()].filter((id) => !standsForItself(id, next, exists)));
  return (segment, row) => {
    if (!isValid(segment, row)) return false;
    const id = segment.ids[row];
    return replaced.size === 0 || id === undefined || !replaced.has(id);
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

/** The row of an id in a segment, whose ids ascend; `undefined` when it has none such. */
function rowOf({ ids }: Pick<Segment, 'ids'>, id: OfferId): number | undefined {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle];
    if (found === id) return middle;
    if (found !== undefined && found < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
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
    const row = segment === undefined ? undefined : rowOf(segment, id);
    return segment !== undefined && row !== undefined && isCurrent(segment, row);
  });
}
