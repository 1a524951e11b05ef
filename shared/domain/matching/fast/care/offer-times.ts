import { DAY_PARTS, type DayPart } from '../../../offer/terms.ts';
import { OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { bySegment } from '../columns/by-segment.ts';
import { START, type RowNumbers } from '../columns/row-numbers.ts';

/** What the offer says about its own times beyond its sessions. */
export type OfferTimes = {
  readonly isComplete: boolean;
  readonly selfPacedHours: number;
  /** NaN where not stated. */
  readonly hoursMax: number;
  readonly isOnlineOnly: boolean;
};

/** The times of an offer with the parts of the day it names, in the order stated. `partsRow`: the number of parts and hours together. */
export type StatedTimes = OfferTimes & {
  readonly parts: readonly DayPart[];
  /** NaN where not stated. */
  readonly hoursMin: number;
  readonly partsRow: number;
};

/** The times of an offer that is attended online alone or not; of one request, the same object for offers that say the same. */
export type TimesOf = (segment: Segment, offer: number, isOnlineOnly: boolean) => StatedTimes;

/** The times of all offers of a request; `rows` numbers parts with hours. */
export function timesIn(rows: RowNumbers): TimesOf {
  const known = bySegment((): (StatedTimes | undefined)[] => []);

  function workOut({ offers }: Segment, offer: number, isOnlineOnly: boolean): StatedTimes {
    const packedParts = offers.dayParts[offer] ?? 0;
    const hoursMin = offers.hoursMin[offer] ?? Number.NaN;
    const hoursMax = offers.hoursMax[offer] ?? Number.NaN;
    return {
      isComplete: ((offers.flags[offer] ?? 0) & OFFER_FLAG.complete) !== 0,
      selfPacedHours: offers.selfPaced[offer] ?? 0,
      hoursMax,
      isOnlineOnly,
      parts: unpackedParts(packedParts),
      hoursMin,
      partsRow: rows.after(rows.after(rows.after(START, packedParts), hoursMin), hoursMax),
    };
  }

  return (segment, offer, isOnlineOnly) => {
    const number = (segment.offers.asked[offer] ?? 0) * 2 + Number(isOnlineOnly);
    return (known(segment)[number] ??= workOut(segment, offer, isOnlineOnly));
  };
}

const BITS_PER_PART = 3;
const LOWEST_PART = 7;

/** See `dayParts` in `OfferColumns`. */
function unpackedParts(packed: number): readonly DayPart[] {
  const parts: DayPart[] = [];
  for (let rest = packed; rest !== 0; rest >>>= BITS_PER_PART) {
    const part = DAY_PARTS[(rest & LOWEST_PART) - 1];
    if (part !== undefined) parts.push(part);
  }
  return parts;
}
