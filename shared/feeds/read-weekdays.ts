import type { Weekday } from '../domain/time/weekday.ts';

/** Beginnings of the names of days, German and English, and the two-letter names of calendars. */
const NAMES: readonly (readonly [RegExp, Weekday])[] = [
  [/^(?:mo|montags?|mon|mondays?)$/, 0],
  [/^(?:di|dienstags?|tu|tue|tuesdays?)$/, 1],
  [/^(?:mi|mittwochs?|we|wed|wednesdays?)$/, 2],
  [/^(?:do|donnerstags?|th|thu|thursdays?)$/, 3],
  [/^(?:fr|freitags?|fri|fridays?)$/, 4],
  [/^(?:sa|samstags?|sonnabends?|sat|saturdays?)$/, 5],
  [/^(?:so|sonntags?|su|sun|sundays?)$/, 6],
];

/** Seven names with words between them; a longer text is looked at by no pattern. */
const LONGEST_TEXT = 200;

/**
 * Days of the week that a text names, ascending. `Mo-Fr` and `montags bis freitags` give all between, a list gives those it
 * names. `undefined` where a word is no day, as a day that is not read would be missing.
 */
export function readWeekdays(text: string): readonly Weekday[] | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const days = new Set<Weekday>();
  for (const part of text.toLowerCase().split(/\s*(?:[,;/+&]|\bund\b|\band\b)\s*/u)) {
    const named = part === '' ? [] : daysOfPart(part);
    if (named === undefined) return undefined;
    for (const day of named) days.add(day);
  }
  return days.size === 0 ? undefined : [...days].toSorted((one, other) => one - other);
}

/** `mo`, `mo-fr` or `mo mi fr`. */
function daysOfPart(part: string): readonly Weekday[] | undefined {
  const ends = part.split(/\s*(?:-|–|—|\bbis\b)\s*/u);
  if (ends.length > 2) return undefined;
  if (ends.length === 1) {
    const days = part.split(/\s+/u).map(dayOf);
    return days.every((day) => day !== undefined) ? days : undefined;
  }
  const [first, last] = ends.map(dayOf);
  if (first === undefined || last === undefined || last < first) return undefined;
  return NAMES.map(([, day]) => day).filter((day) => day >= first && day <= last);
}

function dayOf(word: string): Weekday | undefined {
  const bare = word.trim().replace(/\.$/u, '');
  return NAMES.find(([named]) => named.test(bare))?.[1];
}
