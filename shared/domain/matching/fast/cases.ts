import { AT, NONE, type Segment } from '../match-index/segment.ts';
import { caseOf, type CareCase } from './care-case.ts';
import type { Held } from './held.ts';
import type { Setting } from './setting.ts';
import type { ChildcareOf, SeenVariant } from './seen-variant.ts';

/** The case of a variant of an offer; `held` is that of its schedule. */
export type Cases = (segment: Segment, offer: number, variant: SeenVariant, held: Held) => CareCase;

/**
 * The cases of one request by one grouping of days. `isAnySpot`: ways to places outside the week do not matter, so that spots with
 * the same `vec` are as one. What takes place at one spot by the same schedule is one case, as long as
 * the course has no childcare: then it is the same object, so that answers can be remembered by its `id`.
 `ids`: how many cases of the request there are, counted on.
 */
export function casesOf(
  setting: Pick<Setting, 'frame' | 'months'>,
  childcareOf: ChildcareOf,
  ids: { count: number },
  isAnySpot: boolean,
): Cases {
  const bySegment = new Map<Segment, Map<number, CareCase>[]>();
  return (segment, offer, variant, held) => {
    const childcare = childcareOf(segment, offer);
    if (variant.place === AT.variant || childcare !== undefined) {
      return caseOf(setting, 0, held, variant.spotFor, childcare);
    }
    const { spot, isOnline } = variant.spotFor(variant.place);
    const bySpot = bySegment.get(segment) ?? [];
    bySegment.set(segment, bySpot);
    const bySchedule = (bySpot[(isAnySpot ? spot.vec : spot.number) * 2 + Number(isOnline)] ??= new Map<
      number,
      CareCase
    >());
    const schedule = segment.offers.schedule[offer] ?? NONE;
    let known = bySchedule.get(schedule);
    if (known === undefined) {
      ids.count += 1;
      known = caseOf(setting, ids.count, held, variant.spotFor, undefined);
      bySchedule.set(schedule, known);
    }
    return known;
  };
}
