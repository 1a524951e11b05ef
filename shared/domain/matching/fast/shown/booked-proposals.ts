import { MOST_PROPOSALS } from '../../care/proposals.ts';
import { bookedPlacesFor } from '../new-care/booked-places.ts';
import { isThereAlready, placeForBooked } from '../new-care/care-search.ts';
import type { BookedPlaces, FoundPlace } from '../new-care/found-places.ts';
import { hoursThatDo } from '../new-care/hours-that-do.ts';
import type { PlacesByHours, Search } from '../new-care/search.ts';
import { firstPlaces, type WayVia } from './way-via.ts';

/** The places proposed to a child that has care. */
export function bookedProposals(search: Search, child: number, via: WayVia): readonly FoundPlace[] {
  const placesAt = bookedPlacesFor(search, child);
  const byHours = hoursToLookAt(search, child).map(placesAt);
  const onTheWay = onTheWayOf(search, child, byHours);
  const pick = (counts: boolean, most: number): readonly FoundPlace[] => {
    const first = firstPlaces(via, most);
    for (const { counting, open } of byHours) {
      for (const found of counts ? counting : open) {
        if (first.isBeyond(found.place.minutesFromHome)) break;
        first.add(found);
      }
    }
    for (const found of onTheWay) if (found.counts === counts) first.add(found);
    return first.found();
  };
  const counting = pick(true, MOST_PROPOSALS);
  return counting.length >= MOST_PROPOSALS
    ? counting
    : [...counting, ...pick(false, MOST_PROPOSALS - counting.length)];
}

/** Those at places where somebody of the family may be already: whether the child is there hangs on its gaps. */
function onTheWayOf(search: Search, child: number, byHours: readonly BookedPlaces[]): readonly FoundPlace[] {
  return byHours.flatMap(({ onTheWay }) =>
    onTheWay.flatMap(
      (place) => placeForBooked(search, child, place, isThereAlready(search, child, place)) ?? [],
    ),
  );
}

/** The hours that cover all gaps of a child, and those that are not known. */
function hoursToLookAt(search: Search, child: number): readonly PlacesByHours[] {
  const { byHours } = search.near;
  const mask = hoursThatDo(search, child);
  return byHours.filter(
    ({ hours }, at) => hours.slots.length === 0 || ((mask[at >> 5] ?? 0) & (1 << (at & 31))) !== 0,
  );
}
