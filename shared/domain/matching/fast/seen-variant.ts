import type { CourseChildcare } from '../../offer/offer.ts';
import { AT, CARE_FLAG, NO_DATE, NONE, OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import { bySegment } from './columns/by-segment.ts';
import type { Held } from './sessions/held.ts';
import { slotsOf } from './days/opening-hours.ts';
import type { Attended } from './sessions/session-needs.ts';
import { factsOfRow, type Spot, type Surroundings } from './ways/surroundings.ts';

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
  readonly spotFor: (place: number) => Attended;
};

/** What is held of an offer. */
export type HeldOf = (segment: Segment, offer: number) => Held;

/** The ways of attending offers, of one request, by their numbers from 0 to before `countVariants`; `heldOf` is asked only where it decides. */
export type SeenVariants = (segment: Segment, offer: number, variant: number, heldOf: HeldOf) => SeenVariant;

/** Gives a way of attending an offer; numbered in the order of `variantsOf`. */
export function seenVariantsOf(surroundings: Surroundings): SeenVariants {
  const unknown = surroundings.spotOf(factsOfRow(undefined, NONE));
  const online = { spot: surroundings.homeSpot, isOnline: true };
  const onlineOnly = {
    place: AT.online,
    modes: MODE.online,
    spots: [],
    spotFor: (): typeof online => online,
  };
  const nowhere = onSiteAt(0, unknown);
  const first: (SeenVariant | undefined)[] = [];

  function onSite(place: number, spot: Spot): SeenVariant {
    return place === 0 ? (first[spot.number] ??= onSiteAt(0, spot)) : onSiteAt(place, spot);
  }

  function spotsFrom(segment: Segment, begin: number): SeenVariant['spotFor'] {
    return (place) => {
      if (place === AT.online) return online;
      const spot =
        place >= 0 ? surroundings.spotAt(segment, segment.placeOf[begin + place] ?? NONE) : unknown;
      return { spot, isOnline: false };
    };
  }

  return (segment, offer, variant, heldOf) => {
    const flags = segment.offers.flags[offer] ?? 0;
    const begin = segment.offers.placesFrom[offer] ?? 0;
    const end = segment.offers.placesFrom[offer + 1] ?? begin;
    if ((flags & OFFER_FLAG.eachAtItsOwn) !== 0) {
      return eachAtItsOwn(heldOf(segment, offer), spotsFrom(segment, begin));
    }
    if (begin + variant < end) {
      return onSite(variant, surroundings.spotAt(segment, segment.placeOf[begin + variant] ?? NONE));
    }
    return (flags & OFFER_FLAG.online) === 0 ? nowhere : onlineOnly;
  };
}

function eachAtItsOwn({ sessions }: Held, spotFor: SeenVariant['spotFor']): SeenVariant {
  const places = new Set(sessions.map(({ place }) => place));
  const onSite = [...places].filter((place) => place !== AT.online);
  const modes = (onSite.length > 0 ? MODE.onSite : 0) | (places.has(AT.online) ? MODE.online : 0);
  return { place: AT.variant, modes, spots: onSite.map((place) => spotFor(place).spot), spotFor };
}

/** In how many ways an offer can be attended; as many as `SeenVariants` gives. */
export function countVariants({ offers }: Segment, offer: number): number {
  const flags = offers.flags[offer] ?? 0;
  if ((flags & OFFER_FLAG.eachAtItsOwn) !== 0) return 1;
  const places = (offers.placesFrom[offer + 1] ?? 0) - (offers.placesFrom[offer] ?? 0);
  return Math.max(1, places + ((flags & OFFER_FLAG.online) === 0 ? 0 : 1));
}

function onSiteAt(place: number, spot: Spot): SeenVariant {
  const there = { spot, isOnline: false };
  return { place, modes: MODE.onSite, spots: [spot], spotFor: () => there };
}

/** Gives the childcare of a course; `undefined` for one that has none. */
export type ChildcareOf = (segment: Segment, offer: number) => CourseChildcare | undefined;

/** The childcare of courses, each worked out once. */
export function childcareIn(): ChildcareOf {
  const known = bySegment(({ care }) => new Array<CourseChildcare | undefined>(care.offer.length));
  return (segment, offer) => {
    const row = segment.offers.childcare[offer] ?? NONE;
    return row === NONE ? undefined : (known(segment)[row] ??= childcareAt(segment, row));
  };
}

function childcareAt(segment: Segment, row: number): CourseChildcare {
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
