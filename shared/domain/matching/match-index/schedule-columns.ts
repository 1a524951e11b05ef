import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { growingColumns, interned } from './growing.ts';
import { isEachAtItsOwn, isHeldFromEntry, occurrencesOf, type Occurrence } from './held-sessions.ts';
import { NO_DATE, OCCURRENCE_FLAG, SCHEDULE_FLAG, type Segment } from './segment.ts';
import { occurrenceShape, scheduleShape } from './segment-shapes.ts';
import { dateIn } from './week-number.ts';

const WEEKS_PER_WORD = 32;

/** Collects the distinct schedules of a segment. */
export function scheduleColumns(publicHolidays: ReadonlySet<LocalDate>) {
  const { begin, finish } = growingColumns();
  const columns = scheduleShape(begin);
  const excepts = begin.i32();
  const held = occurrenceShape(begin);
  const weeks = begin.u32();

  function addWeeks(numbers: readonly number[]): void {
    held.weeksFrom.push(weeks.length);
    const first = Math.floor((numbers[0] ?? 0) / WEEKS_PER_WORD) * WEEKS_PER_WORD;
    held.firstWeek.push(first);
    const words: number[] = [];
    for (const week of numbers) {
      const word = (week - first) >> 5;
      while (words.length <= word) words.push(0);
      words[word] = ((words[word] ?? 0) | (1 << ((week - first) & 31))) >>> 0;
    }
    for (const word of words) weeks.push(word);
  }

  function add(offer: CatalogueOffer): void {
    const { timetable } = offer;
    const occurrences = occurrencesOf(offer, publicHolidays);
    columns.occurrencesFrom.push(held.weekday.length);
    for (const { weekday, from, to, place, core, kind, weeks: numbers } of occurrences) {
      held.weekday.push(weekday);
      held.from.push(from);
      held.to.push(to);
      held.place.push(place);
      held.flags.push(
        (core ? OCCURRENCE_FLAG.core : 0) |
          (kind === 'plain' ? OCCURRENCE_FLAG.plain : 0) |
          (kind === 'window' ? OCCURRENCE_FLAG.window : 0),
      );
      addWeeks(numbers);
    }
    columns.exceptsFrom.push(excepts.length);
    for (const date of timetable.except) excepts.push(date);
    const { oneADay, mixed, core } = SCHEDULE_FLAG;
    columns.flags.push(
      (isOneADay(occurrences) ? oneADay : 0) |
        (isHeldFromEntry(offer) && timetable.dated.length > 0 ? mixed : 0) |
        (occurrences.some((each) => each.core) ? core : 0),
    );
    columns.first.push(timetable.first ?? NO_DATE);
    columns.last.push(timetable.last ?? NO_DATE);
    columns.heldFirst.push(firstHeld(occurrences) ?? timetable.first ?? NO_DATE);
  }

  const rowOf = interned(scheduleKey, add);
  return {
    /** The row of an offer's schedule. */
    rowOf,
    done(): Pick<Segment, 'schedules' | 'excepts' | 'occurrences' | 'weeks'> {
      columns.occurrencesFrom.push(held.weekday.length);
      columns.exceptsFrom.push(excepts.length);
      held.weeksFrom.push(weeks.length);
      return {
        schedules: scheduleShape(finish),
        excepts: finish.i32(),
        occurrences: occurrenceShape(finish),
        weeks: finish.u32(),
      };
    },
  };
}

function scheduleKey(offer: CatalogueOffer): string {
  const { weekly, dated, first, last, except } = offer.timetable;
  const own = isEachAtItsOwn(offer.timetable) ? [offer.places.length, offer.online] : [];
  return JSON.stringify([weekly, dated, first, last, except, offer.rolling, own]);
}

function firstHeld(occurrences: readonly Occurrence[]): LocalDate | undefined {
  const dates = occurrences.flatMap(({ weekday, weeks }) =>
    weeks[0] === undefined ? [] : [dateIn(weeks[0], weekday)],
  );
  return dates.sort((one, other) => one - other)[0];
}

/** Whether no two occurrences are held on one date; what stands for any week may be on any. */
function isOneADay(occurrences: readonly Occurrence[]): boolean {
  return occurrences.every((one, index) =>
    occurrences
      .slice(index + 1)
      .every(
        (other) =>
          one.weekday !== other.weekday ||
          (one.kind === 'dated' &&
            other.kind === 'dated' &&
            !one.weeks.some((week) => other.weeks.includes(week))),
      ),
  );
}
