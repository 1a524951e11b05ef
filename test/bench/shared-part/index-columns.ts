import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import type { Segment } from '../../../shared/domain/matching/match-index/segment.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { heldOccurrences, housesOf } from './index-part.ts';

/** The shared part in columns, of the index's rows: houses by latitude, offers by house, slots by week. */
export type Columns = {
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

/** Puts the rows of an index that belong to the shared part into columns. */
export function columnsOf(index: MatchIndex, region: Region, today: LocalDate): Columns {
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
    const { occurrences, dates, stretches } = segment;
    const slots = heldOccurrences(segment, week).map((row) => ({
      day: dates.weekday[occurrences.dates[row]!]!,
      from: stretches.from[occurrences.stretch[row]!]!,
      to: stretches.to[occurrences.stretch[row]!]!,
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
