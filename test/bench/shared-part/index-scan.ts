import { GOALS } from '../../../shared/domain/offer/terms.ts';
import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import type { Segment } from '../../../shared/domain/matching/match-index/segment.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { MINUTES_PER_DAY } from '../../../shared/domain/time/clock-time.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { heldOccurrences, housesOf } from './index-part.ts';
import type { SharedPartEngine } from './shared-part-engine.ts';
import { sharedQuestionOf, type SharedQuestion } from './shared-question.ts';
import { farthestKm, squaredChordWithin, STEPS } from './travel-steps.ts';
import { boxAround, unitVectorOf, type UnitVector } from './unit-vector.ts';

/** The shared part in columns, of the index's rows: houses by latitude, offers by house, slots by week. */
type Columns = {
  readonly lat: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Where the rows of each house begin; one more than houses. */
  readonly rowsFrom: Uint32Array;
  readonly first: Int32Array;
  readonly goals: Uint16Array;
  readonly week: Int32Array;
  /** Below zero for the only row of an offer, else the number of an offer that has several. */
  readonly several: Int32Array;
  readonly offersWithSeveral: number;
  /** Where the slots of each week begin; one more than weeks. */
  readonly slotsFrom: Uint32Array;
  readonly day: Uint8Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
};

/** The shared part by the rows of the index: the same bounds and orders as the matcher's, without the rest of a match. */
export function createIndexScan(index: MatchIndex, region: Region, today: LocalDate): SharedPartEngine {
  const columns = columnsOf(index, region, today);
  const slack = new Int16Array(columns.slotsFrom.length - 1);
  const seen = new Uint32Array(columns.offersWithSeveral);
  let asked = 0;
  return {
    name: 'fast',
    count: (situation) => {
      asked += 1;
      return countHolding(columns, sharedQuestionOf(situation, region, today), {
        slack: slack.fill(UNKNOWN),
        seen,
        asked,
      });
    },
    note: 'rows of the index, houses by latitude; put together once beside the index',
  };
}

const UNKNOWN = -2;
const NOT_COVERED = -1;

/** What one question works on. `slack`: of weeks already looked at; `seen`: the last question in which an offer was counted. */
type Scratch = { readonly slack: Int16Array; readonly seen: Uint32Array; readonly asked: number };

function countHolding(columns: Columns, question: SharedQuestion, { slack, seen, asked }: Scratch): number {
  const { frame, home, kita, from, until } = question;
  const { travel, handoverMinutes } = frame.region.figures;
  const means = [travel.walk, travel[frame.by]];
  const reach = Math.max(0, squaredChordWithin(means, frame.maxTravelMinutes));
  const limits = Float64Array.from(STEPS, (minutes) => squaredChordWithin(means, minutes));
  const band = boxAround(home.point!, Math.max(0, farthestKm(means, frame.maxTravelMinutes))).lat;
  const [h, k] = [unitVectorOf(home.point!), unitVectorOf(kita.point!)];
  const wanted = question.goals.reduce((mask, goal) => mask | (1 << GOALS.indexOf(goal)), 0);
  const { lat, rowsFrom, first, goals, week, several } = columns;
  const care = careOf(question.hours);
  let count = 0;
  for (let house = lowerBound(lat, home.point!.lat - band); house < lat.length; house += 1) {
    if (lat[house]! > home.point!.lat + band) break;
    if (squaredChord(columns, house, h) > reach) continue;
    let lead = UNKNOWN;
    for (let row = rowsFrom[house]!; row < rowsFrom[house + 1]!; row += 1) {
      if ((goals[row]! & wanted) === 0 || first[row]! < from || first[row]! > until) continue;
      const of = week[row]!;
      if (slack[of] === UNKNOWN) slack[of] = slackOf(columns, of, care);
      if (slack[of] === NOT_COVERED) continue;
      if (lead === UNKNOWN) lead = leadOf(squaredChord(columns, house, k), limits, handoverMinutes);
      if (slack[of]! < lead) continue;
      const number = several[row]!;
      if (number >= 0) {
        if (seen[number] === asked) continue;
        seen[number] = asked;
      }
      count += 1;
    }
  }
  return count;
}

/** The square of the chord between a house and a point. */
function squaredChord({ x, y, z }: Columns, house: number, to: UnitVector): number {
  const ahead = x[house]! - to.x;
  const aside = y[house]! - to.y;
  const above = z[house]! - to.z;
  return ahead * ahead + aside * aside + above * above;
}

/** Minutes of the way and the handover; more than a day where the way is longer than all steps. */
function leadOf(chord: number, limits: Float64Array, handoverMinutes: number): number {
  if (chord === 0) return 0;
  for (let step = 0; step < limits.length; step += 1) {
    if (chord <= limits[step]!) return STEPS[step]! + handoverMinutes;
  }
  return MINUTES_PER_DAY;
}

/** The longest lead with which every slot of a week is still covered on both sides; NOT_COVERED when one is not. */
function slackOf({ slotsFrom, day, from, to }: Columns, week: number, care: Care): number {
  let least = 0x7fff;
  for (let slot = slotsFrom[week]!; slot < slotsFrom[week + 1]!; slot += 1) {
    let most = NOT_COVERED;
    const of = day[slot]!;
    for (let stretch = care.begin[of]!; stretch < care.begin[of + 1]!; stretch += 1) {
      const before = from[slot]! - care.from[stretch]!;
      const after = care.to[stretch]! - to[slot]!;
      const lesser = before < after ? before : after;
      if (lesser > most) most = lesser;
    }
    if (most < 0) return NOT_COVERED;
    if (most < least) least = most;
  }
  return least;
}

/** Stretches of care by weekday; `begin` is where those of a day begin. */
type Care = { readonly begin: Uint8Array; readonly from: Int16Array; readonly to: Int16Array };

function careOf(hours: SharedQuestion['hours']): Care {
  const all = hours.flat();
  const begin = new Uint8Array(hours.length + 1);
  hours.forEach((stretches, day) => (begin[day + 1] = begin[day]! + stretches.length));
  return { begin, from: Int16Array.from(all, ({ from }) => from), to: Int16Array.from(all, ({ to }) => to) };
}

function lowerBound(ascending: Float64Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function columnsOf(index: MatchIndex, region: Region, today: LocalDate): Columns {
  const houses = index.segments
    .flatMap((segment) => housesOf(segment, region, today))
    .sort((one, other) => one.lat - other.lat);
  const rows = houses.flatMap((house) => house.rows);
  const times = Map.groupBy(rows, (row) => row);
  const numbers = new Map(
    [...times].filter(([, each]) => each.length > 1).map(([row], number) => [row, number]),
  );
  const weeks = weeksOf(rows);
  const slots = weeks.list.flat();
  return {
    lat: Float64Array.from(houses, ({ lat }) => lat),
    x: Float64Array.from(houses, ({ at }) => at.x),
    y: Float64Array.from(houses, ({ at }) => at.y),
    z: Float64Array.from(houses, ({ at }) => at.z),
    rowsFrom: startsOf(houses.map((house) => house.rows.length)),
    first: Int32Array.from(rows, ({ first }) => first),
    goals: Uint16Array.from(rows, ({ goals }) => goals),
    week: Int32Array.from(rows, ({ segment, week }) => weeks.numberOf(segment, week)),
    several: Int32Array.from(rows, (row) => numbers.get(row) ?? -1),
    offersWithSeveral: numbers.size,
    slotsFrom: startsOf(weeks.list.map((each) => each.length)),
    day: Uint8Array.from(slots, ({ day }) => day),
    from: Uint16Array.from(slots, ({ from }) => from),
    to: Uint16Array.from(slots, ({ to }) => to),
  };
}

type WeekSlot = { readonly day: number; readonly from: number; readonly to: number };

/** Weeks with equal slots once, though their dates differ. */
function weeksOf(rows: readonly { readonly segment: Segment; readonly week: number }[]) {
  const list: (readonly WeekSlot[])[] = [];
  const known = new Map<string, number>();
  const bySchedule = new Map<Segment, (number | undefined)[]>();
  const numberOf = (segment: Segment, week: number): number => {
    const ofSegment = bySchedule.get(segment) ?? [];
    bySchedule.set(segment, ofSegment);
    return (ofSegment[week] ??= number(segment, week));
  };
  const number = (segment: Segment, week: number): number => {
    const { weekday, from, to } = segment.occurrences;
    const slots = heldOccurrences(segment, week).map((row) => ({
      day: weekday[row]!,
      from: from[row]!,
      to: to[row]!,
    }));
    const key = JSON.stringify(slots);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, list.length);
    list.push(slots);
    return list.length - 1;
  };
  for (const { segment, week } of rows) numberOf(segment, week);
  return { list, numberOf };
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = starts[at]! + length));
  return starts;
}
