import type { Found } from './find-places.ts';
import type { FoundPlace } from './found-places.ts';
import type { Search } from './search.ts';

/** Whether each child can be given one of its counting places without any place being overfilled. */
export function hasRoomForAll({ unbooked }: Search, counting: readonly Found[]): boolean {
  const firstUnbooked = counting.find(({ child }) => unbooked.includes(child));
  const isUnit = (found: Found): boolean => !unbooked.includes(found.child) || found === firstUnbooked;
  if (counting.some((found) => found.counting.length === 0 && isUnit(found))) return false;
  return placeUnits(counting.filter(isUnit), 0, []);
}

/** `taken`: the places of the units before. */
function placeUnits(units: readonly Found[], at: number, taken: FoundPlace[]): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  for (const found of unit.counting) {
    let inUse = found.placed;
    for (const before of taken) if (before.place === found.place) inUse += before.placed;
    if (inUse > found.place.freshFree) continue;
    taken.push(found);
    if (placeUnits(units, at + 1, taken)) return true;
    taken.pop();
  }
  return false;
}
