import { OFFER_KINDS } from '../../../offer/terms.ts';
import { AT, NONE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { bySegment } from '../columns/by-segment.ts';
import { CaseAtOne, caseOf, type CareCase } from './care-case.ts';
import type { Held } from '../sessions/held.ts';
import type { Setting } from '../setting.ts';
import type { ChildcareOf, SeenVariant } from '../seen-variant.ts';

/** The case of a variant of an offer; `held` is that of its schedule. */
export type Cases = (segment: Segment, offer: number, variant: SeenVariant, held: Held) => CareCase;

/**
 * The cases of one request by one grouping of days, with the same `id` whenever they are asked for, so that answers can be remembered by it.
 * What takes place at one spot by the same schedule is one case, as long as the course has no childcare and the same is asked of it. `isAnySpot`: ways to places
 * outside the week do not matter, so that spots with the same `vec` are as one. `ids`: how many cases of the request there are, counted on.
 */
export function casesOf(
  setting: Pick<Setting, 'frame' | 'months'>,
  childcareOf: ChildcareOf,
  ids: { count: number },
  isAnySpot: boolean,
): Cases {
  const bySchedule = bySegment(({ schedules }) => new Int32Array(schedules.first.length).fill(NONE));
  const ofOneOffer = bySegment(() => new Map<number, CareCase>());
  const atOne = casesAtOne();

  function idAtOne(segment: Segment, schedule: number, at: number): number {
    const schedules = bySchedule(segment);
    const first = schedules[schedule] ?? NONE;
    for (let row = first; row !== NONE; row = atOne.next[row] ?? NONE) {
      if (atOne.at[row] === at) return atOne.id[row] ?? 0;
    }
    ids.count += 1;
    schedules[schedule] = atOne.id.length;
    atOne.at.push(at);
    atOne.id.push(ids.count);
    atOne.next.push(first);
    return ids.count;
  }

  return (segment, offer, variant, held) => {
    const childcare = childcareOf(segment, offer);
    const { place, spotFor } = variant;
    if (place !== AT.variant && childcare === undefined) {
      const { offers } = segment;
      const where = spotFor(place);
      const at = (isAnySpot ? where.spot.vec : where.spot.number) * 2 + Number(where.isOnline);
      const isComplete = ((offers.flags[offer] ?? 0) & OFFER_FLAG.complete) !== 0;
      const asks = Number(isComplete) * 2 + Number(offers.kind[offer] === APPRENTICESHIP);
      const id = idAtOne(segment, offers.schedule[offer] ?? 0, at * ASKED_ALIKE + asks);
      return new CaseAtOne(id, held, spotFor, where);
    }
    const known = ofOneOffer(segment);
    const key = offer * MOST_PLACES + place - AT.unknown;
    let found = known.get(key);
    if (found === undefined) {
      ids.count += 1;
      found = caseOf(setting, ids.count, held, spotFor, childcare);
      known.set(key, found);
    }
    return found;
  };
}

/** Cases at one place, a row each: where, the id, and the row before it of the same schedule. */
type CasesAtOne = { readonly at: number[]; readonly id: number[]; readonly next: number[] };

function casesAtOne(): CasesAtOne {
  return { at: [], id: [], next: [] };
}

/** So many times is the same asked of the same sessions: with all times stated or not, for an apprenticeship or not. */
const ASKED_ALIKE = 4;
const APPRENTICESHIP = OFFER_KINDS.indexOf('apprenticeship');

/** An offer has fewer places than that. */
const MOST_PLACES = 2 ** 16;
