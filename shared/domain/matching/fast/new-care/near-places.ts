import { CARE_KINDS } from '../../../offer/terms.ts';
import { compareOfferIds } from '../../match-index/offer-ids.ts';
import type { PlaceFacts } from '../../match-index/place-facts.ts';
import { CARE_FLAG, NO_DATE, NONE, type Segment } from '../../match-index/segment.ts';
import type { IsCurrent } from '../current.ts';
import { slotsOf, type OpeningHours } from '../days/opening-hours.ts';
import type { Request } from '../request.ts';
import { factsOfRow, HOME } from '../ways/surroundings.ts';
import { isAreaOnly, UNKNOWN_WAY } from '../ways/ways.ts';

/** A childcare offer near home, with its one place that is nearest. `freshFree`: NONE without a count that is recent enough. */
export type NearPlace = {
  /** Where the offer is in the index; no two places are of one offer. */
  readonly segment: Segment;
  readonly row: number;
  readonly hours: OpeningHours;
  readonly facts: PlaceFacts;
  readonly minutesFromHome: number;
  /** Months, both included; NO_DATE where no ages are stated. */
  readonly agesFrom: number;
  readonly agesTo: number;
  readonly freshFree: number;
  readonly fetches: boolean;
  /** The number of the place in the surroundings. */
  readonly number: () => number;
};

const KM_PER_DEGREE = (Math.PI / 180) * 6371.0088;
/** Rounding of the bound; the exact way decides. */
const SLACK_KM = 0.001;

/** The childcare offers within reach of home, nearest first, then by id. */
export function nearPlacesOf(request: Request, isCurrent: IsCurrent): readonly NearPlace[] {
  const hours = new Map<string, OpeningHours>();
  const near: NearPlace[] = [];
  for (const segment of request.index.segments) {
    const nearest = nearestFrom(request, segment);
    segment.care.offer.forEach((offer, row) => {
      if (((segment.care.flags[row] ?? 0) & CARE_FLAG.ofCourse) !== 0 || !isCurrent(segment, offer)) return;
      const found = nearest(offer);
      if (found !== undefined) near.push(placeOf(request, segment, row, hours, found));
    });
  }
  return near.sort((one, other) => one.minutesFromHome - other.minutesFromHome || compareIds(one, other));
}

/** Below zero when the id of `one` comes first. */
export function compareIds(one: NearPlace, other: NearPlace): number {
  return compareOfferIds(one.segment.ids, one.row, other.segment.ids, other.row);
}

type Found = { readonly row: number; readonly minutes: number };

/** The nearest place of an offer if it is near enough; places that are too far north or south are not measured. */
function nearestFrom(
  { frame, surroundings }: Request,
  segment: Segment,
): (offer: number) => Found | undefined {
  const { figures, zoneMatrix } = frame.region;
  const most = figures.careMinutesFromHome;
  const home = surroundings.facts(HOME);
  const fromHome = surroundings.waysFromHome(segment);
  const reachKm = Math.max(
    ...[figures.travel.walk, figures.travel[frame.by]].map(
      ({ baseMinutes, detour, kmPerHour }) => ((most - baseMinutes) * kmPerHour) / 60 / detour,
    ),
  );
  // Places that are known by their area only may be near whatever their points are.
  const isBounded = zoneMatrix === undefined && !isAreaOnly(home) && !Number.isNaN(home.lat);
  const bound = isBounded ? Math.max(0, reachKm + SLACK_KM) / KM_PER_DEGREE : Number.POSITIVE_INFINITY;
  const homeRow = home.address === undefined ? NONE : segment.texts.indexOf(home.address);
  return (offer) => {
    let best: Found | undefined;
    const end = segment.offers.placesFrom[offer + 1] ?? 0;
    for (let at = segment.offers.placesFrom[offer] ?? 0; at < end; at += 1) {
      const row = segment.placeOf[at] ?? NONE;
      const isTooFar = Math.abs((segment.places.lat[row] ?? Number.NaN) - home.lat) > bound;
      if (isTooFar && (homeRow === NONE || segment.places.address[row] !== homeRow)) continue;
      const minutes = fromHome(row);
      if (minutes === UNKNOWN_WAY || minutes > most) continue;
      if (best === undefined || minutes < best.minutes) best = { row, minutes };
    }
    return best;
  };
}

function placeOf(
  { frame, surroundings }: Request,
  segment: Segment,
  row: number,
  known: Map<string, OpeningHours>,
  found: Found,
): NearPlace {
  const { care } = segment;
  const asOf = care.asOf[row] ?? NO_DATE;
  const isFresh = asOf !== NO_DATE && frame.today - asOf <= frame.region.figures.careCountMaxAgeDays;
  const facts = factsOfRow(segment, found.row);
  let number: number | undefined;
  return {
    segment,
    row: care.offer[row] ?? 0,
    hours: openingHours(segment, row, known),
    facts,
    minutesFromHome: found.minutes,
    agesFrom: care.agesFrom[row] ?? NO_DATE,
    agesTo: care.agesTo[row] ?? NO_DATE,
    freshFree: isFresh ? (care.free[row] ?? NONE) : NONE,
    fetches: ((care.flags[row] ?? 0) & CARE_FLAG.fetches) !== 0,
    number: () => (number ??= surroundings.add(facts)),
  };
}

function openingHours(segment: Segment, row: number, known: Map<string, OpeningHours>): OpeningHours {
  const kind = CARE_KINDS[segment.care.kind[row] ?? 0] ?? 'other';
  const openings = segment.care.openings[row] ?? 0;
  const key = `${segment.feed} ${String(openings)} ${kind}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const hours = { id: known.size, slots: slotsOf(segment, openings), kind };
  known.set(key, hours);
  return hours;
}
