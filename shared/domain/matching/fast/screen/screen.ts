import { NO_DATE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, bitOf } from '../answer.ts';
import { bySegment } from '../columns/by-segment.ts';
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
  const places = screenedPlaceIn(request);
  const noted: Noted & { travel: number } = { ...nothingNoted(), travel: 0 };

  function startsWithin(first: number): CriterionAnswer {
    if (first === NO_DATE) return UNKNOWN;
    return first < today || first < from || first > until ? UNMET : PASSES;
  }

  function rolling({ first, begin, end }: Held, last: number, hasTimes: boolean): CriterionAnswer {
    if (hasTimes && begin === end) return UNMET;
    const opens = first === NO_DATE || first < today ? today : first;
    if (opens > until) return UNMET;
    return last !== NO_DATE && (last < today || last < from) ? UNMET : PASSES;
  }

  const inSegment = bySegment((segment) => {
    const { registerBy, schedule: schedules, flags: allFlags } = segment.offers;
    const { heldFirst, last } = segment.schedules;
    const askedOfOffer = asked(segment);
    const screenPlace = places(segment);

    return (offer: number, variant: number, heldOf: HeldOf): Screened => {
      const flags = allFlags[offer] ?? 0;
      const schedule = schedules[offer] ?? 0;
      const { unmet, unknown, near, asks } = askedOfOffer(offer);
      noted.unmet = unmet;
      noted.unknown = unknown;
      noted.near = near;
      noted.asks = asks;
      if ((registerBy[offer] ?? NO_DATE) < today) note(noted, START, UNMET);
      else if ((flags & OFFER_FLAG.rolling) === 0) {
        note(noted, START, startsWithin(heldFirst[schedule] ?? NO_DATE));
      } else {
        const hasTimes = (flags & OFFER_FLAG.hasTimes) !== 0;
        note(noted, START, rolling(heldOf(segment, offer), last[schedule] ?? NO_DATE, hasTimes));
      }
      noted.travel = screenPlace(offer, variant, flags, heldOf, noted);
      return noted;
    };
  });

  return (segment, offer, variant, heldOf) => inSegment(segment)(offer, variant, heldOf);
}
