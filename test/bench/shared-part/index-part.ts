import {
  NO_DATE,
  NONE,
  OCCURRENCE_FLAG,
  OFFER_FLAG,
  SCHEDULE_FLAG,
  type Segment,
} from '../../../shared/domain/matching/match-index/segment.ts';
import { dateIn } from '../../../shared/domain/matching/match-index/week-number.ts';
import { OFFER_KINDS } from '../../../shared/domain/offer/terms.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { WEEKDAYS } from '../../../shared/domain/time/weekday.ts';
import { unitVectorOf, type UnitVector } from '../../../shared/domain/place/unit-vector.ts';

/** A row of the index that belongs to the shared part: one offer at one place. `week`: its schedule. */
export type PartRow = {
  readonly segment: Segment;
  readonly offer: number;
  readonly first: number;
  readonly goals: number;
  readonly week: number;
};

/** A house with what is there; `lat` orders houses. */
export type PartHouse = { readonly lat: number; readonly at: UnitVector; readonly rows: readonly PartRow[] };

/** The houses of a segment at which something of the shared part takes place; the same offers as `sharedOffersOf`. */
export function housesOf(segment: Segment, region: Region, today: LocalDate): readonly PartHouse[] {
  const replaced = new Set(segment.duplicates);
  const isFixed = fixedSchedules(segment, region);
  const rows = new Map<number, PartRow[]>();
  segment.offers.schedule.forEach((week, offer) => {
    if (replaced.has(offer) || !isFixed(week) || !isInShape(segment, offer, today)) return;
    const goals = segment.offers.goals[offer] ?? 0;
    const row = { segment, offer, first: segment.schedules.heldFirst[week] ?? NO_DATE, goals, week };
    for (const place of placesOf(segment, offer)) {
      const known = rows.get(place);
      if (known === undefined) rows.set(place, [row]);
      else known.push(row);
    }
  });
  return [...rows].map(([place, there]) => {
    const [lat, lon] = [segment.places.lat[place] ?? Number.NaN, segment.places.lon[place] ?? Number.NaN];
    return { lat, at: unitVectorOf({ lat, lon }), rows: there };
  });
}

const CHILDCARE = OFFER_KINDS.indexOf('childcare');

function isInShape({ offers }: Segment, offer: number, today: LocalDate): boolean {
  const { rolling, online, eachAtItsOwn, complete, hasTimes } = OFFER_FLAG;
  const flags = offers.flags[offer] ?? 0;
  return (
    offers.kind[offer] !== CHILDCARE &&
    (flags & (rolling | online | eachAtItsOwn)) === 0 &&
    (flags & complete) !== 0 &&
    (flags & hasTimes) !== 0 &&
    offers.childcare[offer] === NONE &&
    offers.selfPaced[offer] === 0 &&
    (offers.validUntil[offer] ?? NO_DATE) >= today &&
    (offers.registerBy[offer] ?? NO_DATE) >= today
  );
}

/** The rows of an offer's places that have a point. */
function placesOf({ offers, placeOf, places }: Segment, offer: number): readonly number[] {
  const found = placeOf.subarray(offers.placesFrom[offer], offers.placesFrom[offer + 1]);
  return [...new Set(found)].filter((place) => !Number.isNaN(places.lat[place] ?? Number.NaN));
}

/** Tells schedules with sessions, all on known dates, none of them core or on a public holiday. */
function fixedSchedules(segment: Segment, { publicHolidays }: Region): (week: number) => boolean {
  const { schedules, occurrences, dates } = segment;
  const byWeekday = WEEKDAYS.map((day) => [...publicHolidays].filter((date) => (date + 3) % 7 === day));
  const known: (boolean | undefined)[] = [];
  const isFixed = (week: number): boolean => {
    if (((schedules.flags[week] ?? 0) & SCHEDULE_FLAG.core) !== 0) return false;
    const rows = heldOccurrences(segment, week);
    return (
      rows.length > 0 &&
      rows.every((row) => {
        const isDated =
          ((occurrences.flags[row] ?? 0) & (OCCURRENCE_FLAG.plain | OCCURRENCE_FLAG.window)) === 0;
        const holidays = byWeekday[dates.weekday[occurrences.dates[row] ?? 0] ?? 0] ?? [];
        return isDated && !holidays.some((date) => isHeldOn(segment, row, date));
      })
    );
  };
  return (week) => (known[week] ??= isFixed(week));
}

/** The occurrences of a schedule that are held at least once, or stand for any week. */
export function heldOccurrences(
  { schedules, occurrences, dates, weeks }: Segment,
  week: number,
): readonly number[] {
  const rows: number[] = [];
  for (
    let row = schedules.occurrencesFrom[week] ?? 0;
    row < (schedules.occurrencesFrom[week + 1] ?? 0);
    row += 1
  ) {
    const held = occurrences.dates[row] ?? 0;
    const words = weeks.subarray(dates.wordsFrom[held], dates.wordsFrom[held + 1]);
    if (occurrences.flags[row] !== 0 || words.some((word) => word !== 0)) rows.push(row);
  }
  return rows;
}

function isHeldOn({ occurrences, dates, weeks }: Segment, row: number, date: LocalDate): boolean {
  const held = occurrences.dates[row] ?? 0;
  const week = Math.floor((date + 3) / 7);
  const bit = week - (dates.firstWeek[held] ?? 0);
  const begin = dates.wordsFrom[held] ?? 0;
  const isIn = bit >= 0 && begin + (bit >> 5) < (dates.wordsFrom[held + 1] ?? begin);
  const day = dates.weekday[held] ?? 0;
  const isThatDay = dateIn(week, WEEKDAYS[day] ?? 0) === date;
  return isIn && isThatDay && ((weeks[begin + (bit >> 5)] ?? 0) & (1 << (bit & 31))) !== 0;
}
