import type { CourseChildcare } from '../../offer/offer.ts';
import { AT, CARE_FLAG, NO_DATE, NONE, OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import type { Held } from './held.ts';
import { slotsOf } from './opening-hours.ts';
import type { Request } from './request.ts';
import { factsOfRow, type Spot } from './surroundings.ts';

/** Bits of how something is attended. */
export const MODE = { onSite: 1, online: 2 } as const;

/**
 * One way of attending an offer. `place`: index into its places, or AT.online, or AT.variant when each session is at its own;
 * `spots`: where on-site sessions are; `spotFor`: the spot of an occurrence's place.
 */
export type SeenVariant = {
  readonly place: number;
  readonly modes: number;
  readonly spots: readonly Spot[];
  readonly spotFor: (place: number) => { readonly spot: Spot; readonly isOnline: boolean };
};

/** The ways of attending an offer; the same order as `variantsOf`. `held` is asked for only where it decides. */
export function seenVariants(
  request: Request,
  segment: Segment,
  offer: number,
  held: () => Held,
): readonly SeenVariant[] {
  const { surroundings } = request;
  const flags = segment.offers.flags[offer] ?? 0;
  const begin = segment.offers.placesFrom[offer] ?? 0;
  const count = (segment.offers.placesFrom[offer + 1] ?? begin) - begin;
  const spotAt = (place: number): Spot =>
    surroundings.spotAt(segment, segment.placeOf[begin + place] ?? NONE);
  const online = { spot: surroundings.homeSpot, isOnline: true };
  if ((flags & OFFER_FLAG.eachAtItsOwn) !== 0) {
    const unknown = surroundings.spotOf(factsOfRow(segment, NONE));
    const spotFor = (place: number): { readonly spot: Spot; readonly isOnline: boolean } =>
      place === AT.online ? online : { spot: place >= 0 ? spotAt(place) : unknown, isOnline: false };
    const places = new Set(held().sessions.map(({ place }) => place));
    const onSite = [...places].filter((place) => place !== AT.online);
    const modes = (onSite.length > 0 ? MODE.onSite : 0) | (places.has(AT.online) ? MODE.online : 0);
    return [{ place: AT.variant, modes, spots: onSite.map((place) => spotFor(place).spot), spotFor }];
  }
  const variants: SeenVariant[] = [];
  for (let place = 0; place < count; place += 1) variants.push(onSiteAt(place, spotAt(place)));
  if ((flags & OFFER_FLAG.online) !== 0) {
    variants.push({ place: AT.online, modes: MODE.online, spots: [], spotFor: () => online });
  }
  if (variants.length === 0) variants.push(onSiteAt(0, surroundings.spotOf(factsOfRow(segment, NONE))));
  return variants;
}

/** In how many ways an offer can be attended; as many as `seenVariants` gives. */
export function countVariants({ offers }: Segment, offer: number): number {
  const flags = offers.flags[offer] ?? 0;
  if ((flags & OFFER_FLAG.eachAtItsOwn) !== 0) return 1;
  const places = (offers.placesFrom[offer + 1] ?? 0) - (offers.placesFrom[offer] ?? 0);
  return Math.max(1, places + ((flags & OFFER_FLAG.online) === 0 ? 0 : 1));
}

function onSiteAt(place: number, spot: Spot): SeenVariant {
  return { place, modes: MODE.onSite, spots: [spot], spotFor: () => ({ spot, isOnline: false }) };
}

/** Childcare of the course; `undefined` when it has none. */
export function childcareOf(segment: Segment, offer: number): CourseChildcare | undefined {
  const row = segment.offers.childcare[offer] ?? NONE;
  if (row === NONE) return undefined;
  const { care } = segment;
  const flags = care.flags[row] ?? 0;
  const from = care.agesFrom[row] ?? NO_DATE;
  const free = care.free[row] ?? NONE;
  return {
    ...(from === NO_DATE ? {} : { ages: { fromMonths: from, toMonths: care.agesTo[row] ?? from } }),
    ...(free === NONE ? {} : { free }),
    hours: slotsOf(segment, care.openings[row] ?? 0),
    during: (flags & CARE_FLAG.during) !== 0,
    certainty: (flags & CARE_FLAG.stated) === 0 ? 'read-from-text' : 'stated',
  };
}
