import { GOALS } from '../../../shared/domain/offer/terms.ts';
import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { MINUTES_PER_DAY } from '../../../shared/domain/time/clock-time.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { columnsOf, type Columns } from './index-columns.ts';
import type { SharedPartEngine } from './shared-part-engine.ts';
import { sharedQuestionOf, type SharedQuestion } from './shared-question.ts';
import { farthestKm, squaredChordWithin, STEPS } from './travel-steps.ts';
import { unitVectorOf, type UnitVector } from '../../../shared/domain/place/unit-vector.ts';
import { boxAround } from './chords.ts';

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
