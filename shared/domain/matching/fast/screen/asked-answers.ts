import { OFFER_KINDS } from '../../../offer/terms.ts';
import type { Frame } from '../../frame.ts';
import { OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import type { OfferColumns } from '../../match-index/segment-shapes.ts';
import { ASK_OTHER, bitOf } from '../answer.ts';
import { askedOfPerson } from './asked-of-person.ts';
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

const SEATS = bitOf('seats');
const COST = bitOf('cost');
const HOURS = bitOf('hours');

const UNKNOWN = asking(ASK_OTHER);

const JOB = OFFER_KINDS.indexOf('job');

/** What the criteria say that ask neither when nor where: German, qualification, audience, age, seats, cost, hours. */
type Asked = (offer: number) => Readonly<Noted>;

/** The answers of one request for the offers of a segment, each worked out once for those that ask the same. */
export function askedOf(frame: Frame): (segment: Segment) => Asked {
  const { situation, region, budgetCents } = frame;
  const { hoursToleranceHours } = region.figures;
  const askPerson = askedOfPerson(frame);
  const wish = situation.work?.wantedHoursPerWeek;
  const present = situation.work?.hoursPerWeek ?? 0;

  function hours(offers: OfferColumns, offer: number): CriterionAnswer {
    if (wish === undefined || offers.kind[offer] !== JOB) return PASSES;
    const min = offers.hoursMin[offer] ?? Number.NaN;
    if (Number.isNaN(min)) return UNKNOWN;
    const reachable = Math.max(offers.hoursMax[offer] ?? 0, offers.growthTo[offer] ?? 0);
    if (wish >= min - hoursToleranceHours && wish <= reachable + hoursToleranceHours) return PASSES;
    if (wish < min) return UNKNOWN;
    return reachable > present ? NEAR : UNMET;
  }

  function workOut(offers: OfferColumns, offer: number): Noted {
    const noted = nothingNoted();
    const flags = offers.flags[offer] ?? 0;
    askPerson(offers, offer, flags, noted);
    if (offers.seatsFree[offer] === 0) note(noted, SEATS, UNMET);
    if ((flags & OFFER_FLAG.costFree) === 0 && (offers.costCents[offer] ?? -1) > budgetCents) {
      note(noted, COST, UNKNOWN);
    }
    note(noted, HOURS, hours(offers, offer));
    return noted;
  }

  return ({ offers }) => {
    const { asked } = offers;
    const answers: (Noted | undefined)[] = [];
    return (offer) => (answers[asked[offer] ?? 0] ??= workOut(offers, offer));
  };
}
