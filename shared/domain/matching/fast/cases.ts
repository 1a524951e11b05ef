import type { CourseChildcare } from '../../offer/offer.ts';
import { AT, NONE, type Segment } from '../match-index/segment.ts';
import { caseOf, type CareCase } from './care-case.ts';
import type { Held } from './held.ts';
import type { Setting } from './setting.ts';
import type { ChildcareOf, SeenVariant } from './seen-variant.ts';

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
  const bySegment = new Map<Segment, Map<number, CareCase>[]>();
  const ofOneOffer = new Map<Segment, Map<number, CareCase>>();

  function rememberedIn(
    known: Map<number, CareCase>,
    key: number,
    held: Held,
    { spotFor }: SeenVariant,
    childcare: CourseChildcare | undefined,
  ): CareCase {
    let found = known.get(key);
    if (found === undefined) {
      ids.count += 1;
      found = caseOf(setting, ids.count, held, spotFor, childcare);
      known.set(key, found);
    }
    return found;
  }

  return (segment, offer, variant, held) => {
    const childcare = childcareOf(segment, offer);
    if (variant.place === AT.variant || childcare !== undefined) {
      const known = ofOneOffer.get(segment) ?? new Map<number, CareCase>();
      ofOneOffer.set(segment, known);
      return rememberedIn(known, offer * MOST_PLACES + variant.place - AT.unknown, held, variant, childcare);
    }
    const { spot, isOnline } = variant.spotFor(variant.place);
    const bySpot = bySegment.get(segment) ?? [];
    bySegment.set(segment, bySpot);
    const at = (isAnySpot ? spot.vec : spot.number) * 2 + Number(isOnline);
    const known = (bySpot[at] ??= new Map<number, CareCase>());
    return rememberedIn(known, segment.offers.schedule[offer] ?? NONE, held, variant, undefined);
  };
}

/** An offer has fewer places than that. */
const MOST_PLACES = 2 ** 16;
