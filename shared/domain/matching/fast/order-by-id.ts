import { compareOfferIds, offerIdCount, type OfferIds } from '../match-index/offer-ids.ts';
import type { CandidatesOfSegment } from './candidates.ts';
import { inOrderOf } from './columns/stable-order.ts';

/** Some candidates in the order of the ids of the offers that stand for them, a column by candidate. Ids ascend within each segment. */
export function inOrderOfIds(
  candidates: Uint32Array,
  parts: readonly CandidatesOfSegment[],
  offers: Int32Array,
): Uint32Array {
  const ascending = partsById(parts);
  return ascending === undefined
    ? candidates.toSorted(byIds(parts, offers))
    : inOrderOf(candidates, rowsInAll(ascending, offers));
}

/** The segments in the order of their ids; `undefined` where the ids of two lie among one another. */
function partsById(parts: readonly CandidatesOfSegment[]): readonly CandidatesOfSegment[] | undefined {
  const ordered = parts
    .filter(({ begin, end }) => begin < end)
    .sort((one, other) => compareOfferIds(one.segment.ids, 0, other.segment.ids, 0));
  const areApart = ordered.every((part, at) => {
    const before = ordered[at - 1]?.segment.ids;
    return before === undefined || compareOfferIds(before, offerIdCount(before) - 1, part.segment.ids, 0) < 0;
  });
  return areApart ? ordered : undefined;
}

/** Rows as if all segments were one, by candidate. */
function rowsInAll(parts: readonly CandidatesOfSegment[], offers: Int32Array): Int32Array {
  const rows = new Int32Array(offers.length);
  let before = 0;
  for (const { segment, begin, end } of parts) {
    for (let candidate = begin; candidate < end; candidate += 1) {
      rows[candidate] = before + (offers[candidate] ?? 0);
    }
    before += offerIdCount(segment.ids);
  }
  return rows;
}

function byIds(
  parts: readonly CandidatesOfSegment[],
  offers: Int32Array,
): (one: number, other: number) => number {
  const idsOf = (candidate: number): OfferIds => {
    const found = parts.find(({ end }) => candidate < end);
    if (found === undefined) throw new RangeError('no such candidate');
    return found.segment.ids;
  };
  return (one, other) => compareOfferIds(idsOf(one), offers[one] ?? 0, idsOf(other), offers[other] ?? 0);
}
