import { MOST_PROPOSALS } from '../../care/proposals.ts';
import { placeForUnbooked } from '../new-care/care-search.ts';
import type { FoundPlace } from '../new-care/found-places.ts';
import type { NearPlace } from '../new-care/near-places.ts';
import { ageAt, type Search } from '../new-care/search.ts';
import { compareWays, type PlaceOnWay, type WayVia } from './way-via.ts';

/** A place, with what it is to the child where that was looked at already. */
type Looked = { readonly found?: FoundPlace };

/** The places proposed to a child without care. Each is held against the whole case, so open ones are looked at only where counting ones are too few. */
export function unbookedProposals(search: Search, child: number, via: WayVia): readonly FoundPlace[] {
  const [mayCount, others] = [new Array<NearPlace>(), new Array<NearPlace>()];
  for (const { hours, places } of search.near.byHours) {
    for (const place of places) {
      if (ageAt(search, child, place) === 'no') continue;
      const isCertain = !search.isTooLate && place.freshFree > 0 && hours.slots.length > 0;
      (isCertain ? mayCount : others).push(place);
    }
  }
  const counting: FoundPlace[] = [];
  const open: PlaceOnWay<Looked>[] = [];
  for (const { place, minutes } of inOrder(mayCount.map((place) => onWay({}, place, via)))) {
    const found = placeForUnbooked(search, child, place);
    if (found?.counts === true) counting.push(found);
    else if (found !== undefined) open.push({ at: { found }, place, minutes });
    if (counting.length >= MOST_PROPOSALS) return counting;
  }
  const proposed = counting;
  for (const { at, place } of inOrder([...open, ...others.map((each) => onWay({}, each, via))])) {
    const found = at.found ?? placeForUnbooked(search, child, place);
    if (found !== undefined) proposed.push(found);
    if (proposed.length >= MOST_PROPOSALS) break;
  }
  return proposed;
}

function onWay(at: Looked, place: NearPlace, via: WayVia): PlaceOnWay<Looked> {
  return { at, place, minutes: via(place) };
}

function inOrder(places: PlaceOnWay<Looked>[]): readonly PlaceOnWay<Looked>[] {
  return places.sort(compareWays);
}
