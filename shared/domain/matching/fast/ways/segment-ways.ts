import { EARTH_RADIUS_KM } from '../../../place/great-circle.ts';
import { kilometresAlong, MOST_CHORD_KM, unitVectorOf } from '../../../place/unit-vector.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { Frame } from '../../frame.ts';
import { PRECISIONS, type PlaceFacts } from '../../match-index/place-facts.ts';
import { NONE, type Segment } from '../../match-index/segment.ts';
import { placeVectorsOf } from './place-vectors.ts';
import { isAreaOnly } from './ways.ts';

/** Minutes from a place of the week to the place of a row of a segment, both ways alike; NOT_CERTAIN where only the exact rule tells. */
export type SegmentWays = (from: number, row: number) => number;

/** Stands for a way that has to be reckoned by the rule itself. */
export const NOT_CERTAIN = -2;

/** Both reckonings of a distance agree to far less than that. */
const SLACK_KM = 1e-7;
/** By the rule what is within 1e-9 minutes of a step is that step; this is more. */
const SLACK_STEPS = 1e-8;

/**
 * The ways from places of the week into a segment, by the straight lines between unit vectors. Not certain: a point that is not known, two
 * places known by their areas alone, the same address, next to the same point, next to a step of the grid, and all where a
 * region has a zone matrix.
 */
export function segmentWaysOf(
  { by, region }: Pick<Frame, 'by' | 'region'>,
  week: readonly PlaceFacts[],
  segment: Segment,
): SegmentWays {
  if (region.zoneMatrix !== undefined) return () => NOT_CERTAIN;
  const { x, y, z } = placeVectorsOf(segment);
  const rows = addressRows(week, segment);
  const { address, precision } = segment.places;
  const { walk, [by]: chosen } = region.figures.travel;
  const [walkSteps, chosenSteps] = [stepsPerKm(walk), stepsPerKm(chosen)];
  const [walkBase, chosenBase] = [walk.baseMinutes / GRID_MINUTES, chosen.baseMinutes / GRID_MINUTES];
  const slack = SLACK_STEPS + SLACK_KM * Math.max(walkSteps, chosenSteps);
  const starts = week.map((facts) => ({
    ...unitVectorOf(facts),
    isArea: isAreaOnly(facts),
    address: rows.get(facts.address) ?? NO_ADDRESS,
  }));
  return (from, row) => {
    const start = starts[from];
    if (start === undefined || address[row] === start.address) return NOT_CERTAIN;
    if (start.isArea && isArea[precision[row] ?? NO_ADDRESS] === true) return NOT_CERTAIN;
    const ahead = (x[row] ?? Number.NaN) - start.x;
    const aside = (y[row] ?? Number.NaN) - start.y;
    const above = (z[row] ?? Number.NaN) - start.z;
    const chordKm = EARTH_RADIUS_KM * Math.sqrt(ahead * ahead + aside * aside + above * above);
    const km = kilometresAlong(chordKm);
    const steps = Math.min(walkBase + km * walkSteps, chosenBase + km * chosenSteps);
    const whole = Math.ceil(steps);
    const missing = whole - steps;
    const isCertain = chordKm > SLACK_KM && chordKm < MOST_CHORD_KM && missing > slack && missing < 1 - slack;
    return isCertain ? whole * GRID_MINUTES : NOT_CERTAIN;
  };
}

/** No row of texts, and not what a place without an address has. */
const NO_ADDRESS = NONE - 1;

/** The rows in a segment of the addresses of some places. */
function addressRows(
  places: readonly PlaceFacts[],
  { texts }: Segment,
): ReadonlyMap<string | undefined, number> {
  const rows = new Map<string | undefined, number>();
  const addresses = new Set(places.flatMap(({ address }) => address ?? []));
  if (addresses.size > 0) texts.forEach((text, row) => addresses.has(text) && rows.set(text, row));
  return rows;
}

const isArea = PRECISIONS.map((precision) => isAreaOnly({ precision }));

function stepsPerKm({ detour, kmPerHour }: { readonly detour: number; readonly kmPerHour: number }): number {
  return ((detour / kmPerHour) * 60) / GRID_MINUTES;
}
