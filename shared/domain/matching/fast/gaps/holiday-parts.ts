import type { LocalDate } from '../../../time/local-date.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { CareCase } from '../care/care-case.ts';
import { datesIn, forEachWeek, type HeldSessions } from '../sessions/held.ts';

type IsSchoolHoliday = (date: LocalDate) => boolean;

/** Some of a case's sessions; `whole`: which of them these are part of. */
export type HolidayPart = {
  readonly held: HeldSessions;
  readonly whole: number;
  readonly isInHolidays: boolean;
};

/** Parts the sessions of a case into those on dates in school holidays and those on others. */
export type HolidayParts = (care: CareCase) => readonly HolidayPart[];

/** Parts them, those of a case that is asked for again once. */
export function holidayPartsBy(isSchoolHoliday: IsSchoolHoliday): HolidayParts {
  const known: (readonly HolidayPart[] | undefined)[] = [];
  const partsOf = ({ sessions }: CareCase): readonly HolidayPart[] =>
    sessions.flatMap((held, whole) => splitByHolidays(isSchoolHoliday, held, whole));
  return (care) => (care.id === 0 ? partsOf(care) : (known[care.id] ??= partsOf(care)));
}

/** The sessions on dates in school holidays, and those on others. */
function splitByHolidays(
  isSchoolHoliday: IsSchoolHoliday,
  held: HeldSessions,
  whole: number,
): readonly HolidayPart[] {
  if (held.isPlain) return [{ held, whole, isInHolidays: false }];
  const inside = new Uint32Array(held.words.length);
  let dates = 0;
  forEachWeek(held, (week) => {
    if (!isSchoolHoliday(dateIn(week, held.weekday))) return;
    const bit = week - held.firstWeek;
    inside[bit >> 5] = (inside[bit >> 5] ?? 0) | (1 << (bit & 31));
    dates += 1;
  });
  if (dates === 0 || dates === datesIn(held)) {
    return [{ held, whole, isInHolidays: dates > 0 }];
  }
  const outside = held.words.map((word, at) => word & ~(inside[at] ?? 0));
  return [
    { held: { ...held, words: inside }, whole, isInHolidays: true },
    { held: { ...held, words: outside }, whole, isInHolidays: false },
  ];
}
