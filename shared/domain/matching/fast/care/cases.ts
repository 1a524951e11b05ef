import { AT, type Segment } from '../../match-index/segment.ts';
import { CaseAtOne, caseOf, type CareCase } from './care-case.ts';
import type { Held } from '../sessions/held.ts';
import type { Setting } from '../setting.ts';
import type { ChildcareOf, SeenVariant } from '../seen-variant.ts';

/** The case of a variant of an offer; `held` is that of its schedule. */
export type Cases = (segment: Segment, offer: number, variant: SeenVariant, held: Held) => CareCase;

/**
 * The cases of one request by one grouping of days, each the same object whenever it is asked for, so that answers can be remembered by its
 * `id`. What takes place at one spot by the same schedule is one case, as long as the course has no childcare. `isAnySpot`: ways to places
 * outside the week do not matter, so that spots with the same `vec` are as one. `ids`: how many cases of the request there are, counted on.
 */
export function casesOf(
  setting: Pick<Setting, 'frame' | 'months'>,
  childcareOf: ChildcareOf,
  ids: { count: number },
  isAnySpot: boolean,
): Cases {
  const bySchedule = new Map<Segment, (AtOne | undefined)[]>();
  const ofOneOffer = new Map<Segment, Map<number, CareCase>>();

  function atOnePlace(
    segment: Segment,
    offer: number,
    { place, spotFor }: SeenVariant,
    held: Held,
  ): CareCase {
    const where = spotFor(place);
    const at = (isAnySpot ? where.spot.vec : where.spot.number) * 2 + Number(where.isOnline);
    const schedule = segment.offers.schedule[offer] ?? 0;
    let known = bySchedule.get(segment);
    if (known === undefined) {
      known = Array.from(segment.schedules.first, () => undefined);
      bySchedule.set(segment, known);
    }
    const first = known[schedule];
    for (let each = first; each !== undefined; each = each.next) if (each.at === at) return each.care;
    ids.count += 1;
    const care = new CaseAtOne(ids.count, held, spotFor, where);
    known[schedule] = { at, care, next: first };
    return care;
  }

  return (segment, offer, variant, held) => {
    const childcare = childcareOf(segment, offer);
    if (variant.place !== AT.variant && childcare === undefined) {
      return atOnePlace(segment, offer, variant, held);
    }
    const known = ofOneOffer.get(segment) ?? new Map<number, CareCase>();
    ofOneOffer.set(segment, known);
    const key = offer * MOST_PLACES + variant.place - AT.unknown;
    let found = known.get(key);
    if (found === undefined) {
      ids.count += 1;
      found = caseOf(setting, ids.count, held, variant.spotFor, childcare);
      known.set(key, found);
    }
    return found;
  };
}

/** A case of a schedule at one place, and the next of the same schedule. */
type AtOne = { readonly at: number; readonly care: CareCase; readonly next: AtOne | undefined };

/** An offer has fewer places than that. */
const MOST_PLACES = 2 ** 16;
