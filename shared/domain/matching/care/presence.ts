import type { Place } from '../../place/place.ts';
import { knownPoint } from '../../place/travel.ts';
import type { CareEntry, Child } from '../../situation/situation.ts';
import { intersect, minutesIn } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import type { Frame } from '../frame.ts';
import type { PlacedSession } from '../variants.ts';
import { datesTouched, entryHoursOn } from './coverage.ts';
import { stretchOf } from './session-stretch.ts';

/** Where a child is when a session takes place: at the entry that overlaps it longest, otherwise at home. */
export function placeOfChild(frame: Frame, child: Child, session: PlacedSession): Place {
  const longest = (child.care ?? [])
    .map((entry) => ({
      place: entry.place ?? frame.home,
      minutes: overlapMinutes(frame, child, entry, session),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => other.minutes - one.minutes || compareForTies(one.place, other.place))[0];
  return longest?.place ?? frame.home;
}

function overlapMinutes(frame: Frame, child: Child, entry: CareEntry, session: PlacedSession): number {
  const stretch = stretchOf(session);
  const hours = [addDays(session.date, -1), ...datesTouched(stretch)].flatMap((date) =>
    entryHoursOn(frame, child, entry, date, session.plain),
  );
  return minutesIn(intersect(hours, [stretch]));
}

/** Lower latitude first, then lower longitude; places without a point last. */
export function compareForTies(one: Place, other: Place): number {
  const [point, otherPoint] = [knownPoint(one), knownPoint(other)];
  if (point === undefined || otherPoint === undefined) {
    return Number(point === undefined) - Number(otherPoint === undefined);
  }
  return point.lat - otherPoint.lat || point.lon - otherPoint.lon;
}
