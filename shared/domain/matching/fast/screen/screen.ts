import { OFFER_KINDS } from '../../../offer/terms.ts';
import { NO_DATE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, bitOf } from '../answer.ts';
import { askedOfPerson } from './asked-of-person.ts';
import type { Held } from '../sessions/held.ts';
import {
  asking,
  NEAR,
  note,
  nothingNoted,
  PASSES,
  UNMET,
  type CriterionAnswer,
  type Noted,
} from '../noted.ts';
import type { Request } from '../request.ts';
import { screenedPlaceIn } from './screened-place.ts';
import type { HeldOf } from '../seen-variant.ts';

/** What the criteria but own time and care say; `travel`: minutes, NO_TRAVEL when not known. Written anew for each variant. */
export type Screened = Readonly<Noted> & { readonly travel: number };

const START = bitOf('start');
const SEATS = bitOf('seats');
const COST = bitOf('cost');
const HOURS = bitOf('hours');

const UNKNOWN = asking(ASK_OTHER);

const JOB = OFFER_KINDS.indexOf('job');

/** Holds a variant of an offer, by its number among those of the offer, against the answers that columns decide. */
export type Screen = (segment: Segment, offer: number, variant: number, heldOf: HeldOf) => Screened;

/** The screen of one request. */
export function screenOf(request: Request): Screen {
  const { situation, region, today, from, until, budgetCents } = request.frame;
  const { hoursToleranceHours } = region.figures;
  const askPerson = askedOfPerson(request.frame);
  const screenPlace = screenedPlaceIn(request);
  const wish = situation.work?.wantedHoursPerWeek;
  const present = situation.work?.hoursPerWeek ?? 0;
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

  function hours({ offers }: Segment, offer: number): CriterionAnswer {
    if (wish === undefined || offers.kind[offer] !== JOB) return PASSES;
    const min = offers.hoursMin[offer] ?? Number.NaN;
    if (Number.isNaN(min)) return UNKNOWN;
    const reachable = Math.max(offers.hoursMax[offer] ?? 0, offers.growthTo[offer] ?? 0);
    if (wish >= min - hoursToleranceHours && wish <= reachable + hoursToleranceHours) return PASSES;
    if (wish < min) return UNKNOWN;
    return reachable > present ? NEAR : UNMET;
  }

  return (segment, offer, variant, heldOf) => {
    const { offers } = segment;
    const flags = offers.flags[offer] ?? 0;
    noted.unmet = 0;
    noted.unknown = 0;
    noted.near = 0;
    noted.asks = 0;
    note(noted, START, start(segment, offer, flags, heldOf));
    noted.travel = screenPlace(segment, offer, variant, heldOf, noted);
    askPerson(offers, offer, flags, noted);
    if (offers.seatsFree[offer] === 0) note(noted, SEATS, UNMET);
    if ((flags & OFFER_FLAG.costFree) === 0 && (offers.costCents[offer] ?? -1) > budgetCents) {
      note(noted, COST, UNKNOWN);
    }
    note(noted, HOURS, hours(segment, offer));
    return noted;
  };
}
