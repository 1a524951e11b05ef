import { parseOfferId, type OfferId } from '../../offer/offer-id.ts';

/**
 * Ids of offers, ascending, by their rows: how all begin, once, and the rest of each as bytes of ASCII, one after another.
 * `restsFrom`: where each begins, one entry more than ids. A text for each would take five times as much.
 */
export type OfferIds = {
  readonly beginning: string;
  readonly restsFrom: Uint32Array;
  readonly rests: Uint8Array;
};

/** How many ids there are. */
export function offerIdCount({ restsFrom }: OfferIds): number {
  return restsFrom.length - 1;
}

/** The id of a row; throws RangeError where there is none. */
export function offerIdAt(ids: OfferIds, row: number): OfferId {
  const { beginning, restsFrom, rests } = ids;
  const [from, to] = [restsFrom[row], restsFrom[row + 1]];
  const id =
    from === undefined || to === undefined
      ? undefined
      : parseOfferId(beginning + String.fromCharCode(...rests.subarray(from, to)));
  if (id === undefined) throw new RangeError('no such offer');
  return id;
}

/** All ids, by their rows. */
export function offerIdsOf(ids: OfferIds): readonly OfferId[] {
  return Array.from({ length: offerIdCount(ids) }, (_, row) => offerIdAt(ids, row));
}

/** Below zero where the id of a row comes before another by code points, zero where it is that id. */
export function compareWithOfferId(ids: OfferIds, row: number, id: OfferId): number {
  const { beginning, restsFrom, rests } = ids;
  if (!id.startsWith(beginning)) return beginning < id ? -1 : 1;
  const from = restsFrom[row] ?? 0;
  const length = (restsFrom[row + 1] ?? 0) - from;
  const ownLength = id.length - beginning.length;
  for (let at = 0; at < length && at < ownLength; at += 1) {
    const differs = (rests[from + at] ?? 0) - id.charCodeAt(beginning.length + at);
    if (differs !== 0) return differs;
  }
  return length - ownLength;
}

/** The row of an id; `undefined` where it is none of them. */
export function rowOfOfferId(ids: OfferIds, id: OfferId): number | undefined {
  let [low, high] = [0, offerIdCount(ids) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const compared = compareWithOfferId(ids, middle, id);
    if (compared === 0) return middle;
    if (compared < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Below zero where the id of a row comes before the id of another row by code points, be it of the same ids or of others. */
export function compareOfferIds(one: OfferIds, row: number, other: OfferIds, otherRow: number): number {
  if (one === other) return row - otherRow;
  const [begins, otherBegins] = [one.beginning, other.beginning];
  const isToldByBeginning = !begins.startsWith(otherBegins) && !otherBegins.startsWith(begins);
  if (isToldByBeginning) return begins < otherBegins ? -1 : 1;
  return compareWithOfferId(one, row, offerIdAt(other, otherRow));
}
