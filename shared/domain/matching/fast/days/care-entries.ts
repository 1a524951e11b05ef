import type { Child } from '../../../situation/situation.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { careEndsForSchool } from '../../care/child-age.ts';
import { closesOnPublicHolidays, endsForSchool } from '../../care/coverage.ts';
import type { Frame } from '../../frame.ts';
import { byWeekday, type Span } from './spans.ts';
import { HOME } from '../ways/surroundings.ts';

/** One entry with its hours by weekday and the dates between which it is in force. */
export type Entry = {
  readonly place: number;
  readonly closes: boolean;
  readonly isBooked: boolean;
  readonly first: number;
  readonly last: number;
  readonly byWeekday: readonly (readonly Span[])[];
};

/** The care of a child with the numbers of its places, one for each entry of its. */
export function careEntriesOf(
  { region, today }: Pick<Frame, 'region' | 'today'>,
  child: Child,
  places: readonly number[],
): readonly Entry[] {
  const schoolEnd = careEndsForSchool(child, region, today);
  // Pushed, not mapped; see DESIGN.md.
  const entries: Entry[] = [];
  for (const { kind, hours, from, until } of child.care ?? []) {
    const end = endsForSchool(kind) && schoolEnd !== undefined ? schoolEnd : AFTER_ALL;
    entries.push({
      place: places[entries.length] ?? HOME,
      closes: closesOnPublicHolidays(kind),
      isBooked: kind !== 'family' && kind !== 'other',
      first: from ?? BEFORE_ALL,
      last: Math.min(until ?? AFTER_ALL, end),
      byWeekday: byWeekday(hours),
    });
  }
  return entries;
}

/** Before and after every date; whole numbers, as dates are, so that all entries are objects of one form to the engine. */
const BEFORE_ALL = -(2 ** 30);
const AFTER_ALL = 2 ** 30;

/** Whether an entry is in force on a date; `plain`: of a week on which no holidays are kept. */
export function runsOn(
  { first, last, closes }: Entry,
  date: LocalDate,
  plain: boolean,
  publicHolidays: ReadonlySet<LocalDate>,
): boolean {
  return date >= first && date <= last && (plain || !closes || !publicHolidays.has(date));
}
