import { NO_DATE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, bitOf } from '../answer.ts';
import { askedOf } from './asked-answers.ts';
import type { Held } from '../sessions/held.ts';
import { asking, note, nothingNoted, PASSES, UNMET, type CriterionAnswer, type Noted } from '../noted.ts';
import type { Request } from '../request.ts';
import { screenedPlaceIn } from './screened-place.ts';
import type { HeldOf } from '../seen-variant.ts';

/** What the criteria but own time and care say; `travel`: minutes, NO_TRAVEL when not known. Written anew for each variant. */
export type Screened = Readonly<Noted> & { readonly travel: number };

const START = bitOf('start');

const UNKNOWN = asking(ASK_OTHER);

/** Holds a variant of an offer, by its number among those of the offer, against the answers that columns decide. */
export type Screen = (segment: Segment, offer: number, variant: number, heldOf: HeldOf) => Screened;

/** The screen of one request. */
export function screenOf(request: Request): Screen {
  const { today, from, until } = request.frame;
  const asked = askedOf(request.frame);
  const screenPlace = screenedPlaceIn(request);
  const noted: Noted & { travel: number } = { ...nothingNoted(), travel: 0 };

  function start(segment: Segment, offer: number, flags: number, heldOf: HeldOf): CriterionAnswer {
    const { offers, schedules } = segment;
    if ((offers.registerBy[offer] ?? NO_DATE) < today) return UNMET;
    if ((flags & OFFER_FLAG.rolling) !== 0) return rolling(segment, offer, flags, heldOf(segment, offer));
    const first = schedules.heldFirst[offers.schedule[offer] ?? 0] ?? NO_DATE;
    if (first === NO_DATE) return UNKNOWN;
    return first < today || first < from || first > until ? UNMET : PASSES;
  }

  function rolling(
    { offers, schedules }: Segment,
    offer: number,
    flags: number,
    { first, begin, end }: Held,
  ): CriterionAnswer {
    if ((flags & OFFER_FLAG.hasTimes) !== 0 && begin === end) return UNMET;
    const opens = first === NO_DATE || first < today ? today : first;
    const last = schedules.last[offers.schedule[offer] ?? 0] ?? NO_DATE;
    if (opens > until) return UNMET;
    return last !== NO_DATE && (last < today || last < from) ? UNMET : PASSES;
  }

  return (segment, offer, variant, heldOf) => {
    const { unmet, unknown, near, asks } = asked(segment, offer);
    noted.unmet = unmet;
    noted.unknown = unknown;
    noted.near = near;
    noted.asks = asks;
    note(noted, START, start(segment, offer, segment.offers.flags[offer] ?? 0, heldOf));
    noted.travel = screenPlace(segment, offer, variant, heldOf, noted);
    return noted;
  };
}
