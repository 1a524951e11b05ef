import type { Place } from '../../../place/place.ts';
import type { Frame } from '../../frame.ts';
import { factsOfPlace } from '../../match-index/place-facts.ts';
import type { FoundPlace } from '../new-care/found-places.ts';
import { compareIds, type NearPlace } from '../new-care/near-places.ts';
import { UNKNOWN_WAY, wayBetween } from '../ways/ways.ts';

/** Minutes home - place - session; infinite where the way to the session is not known. */
export type WayVia = (place: NearPlace) => number;

/** The ways by places to a session; spots of the index do not tell them, as several places may share one. */
export function wayVia(frame: Frame, session: Place): WayVia {
  const between = wayBetween(frame);
  const facts = factsOfPlace(session);
  return (place) => {
    const onward = between(place.facts, facts);
    return onward === UNKNOWN_WAY ? Number.POSITIVE_INFINITY : place.minutesFromHome + onward;
  };
}

/** A place with its way. */
export type PlaceOnWay<Told> = { readonly at: Told; readonly place: NearPlace; readonly minutes: number };

/** Below zero when `one` is proposed first: by the way, then by id. */
export function compareWays(one: PlaceOnWay<unknown>, other: PlaceOnWay<unknown>): number {
  return one.minutes - other.minutes || compareIds(one.place, other.place);
}

/** The first few of many places that were found. */
export type FirstPlaces = {
  readonly add: (found: FoundPlace) => void;
  /** Whether a place so many minutes from home, and all that are farther, cannot be among them any more. */
  readonly isBeyond: (minutesFromHome: number) => boolean;
  readonly found: () => readonly FoundPlace[];
};

/** Keeps the first places, so many at most. */
export function firstPlaces(via: WayVia, most: number): FirstPlaces {
  const kept: PlaceOnWay<FoundPlace>[] = [];
  return {
    add(found) {
      const next = { at: found, place: found.place, minutes: via(found.place) };
      const last = kept[most - 1];
      if (last !== undefined && compareWays(last, next) < 0) return;
      let position = kept.length;
      for (let before = kept[position - 1]; before !== undefined && compareWays(next, before) < 0;) {
        position -= 1;
        before = kept[position - 1];
      }
      kept.splice(position, 0, next);
      if (kept.length > most) kept.pop();
    },
    isBeyond: (minutesFromHome) => minutesFromHome > (kept[most - 1]?.minutes ?? Number.POSITIVE_INFINITY),
    found: () => kept.map(({ at }) => at),
  };
}
