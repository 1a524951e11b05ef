import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const row = z.object({
  StartDate: z.string(),
  EndDate: z.string(),
  Name: z.string(),
  Subdivisions: z.string(),
  /** `Exception` marks days of a part of the land alone, such as its islands. */
  Tags: z.string().default(''),
});

/** Which holidays of a file of the OpenHolidays API: those of a land (`NW`) that touch one of some years. */
export type HolidaysWanted = { readonly file: URL; readonly land: string; readonly years: readonly string[] };

/** The German name; a cell holds `DE Neujahr,EN New Year's Day`. */
function germanName(cell: string): string {
  return /(?:^|,)DE ([^,]+)/.exec(cell)?.[1] ?? cell;
}

/** By first day; an empty list of lands means all of Germany, an empty last day the first. */
function holidays({ file, land, years }: HolidaysWanted) {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true, delimiter: ';' });
  return z
    .array(row)
    .parse(rows)
    .filter(({ Subdivisions: lands }) => lands === '' || lands.split(',').includes(land))
    .filter(({ Tags: tags }) => !tags.split(',').includes('Exception'))
    .filter(({ StartDate: first, EndDate: last }) =>
      years.some((year) => first.startsWith(year) || last.startsWith(year)),
    )
    .toSorted((one, other) => (one.StartDate < other.StartDate ? -1 : 1))
    .map(({ StartDate: first, EndDate: last, Name: name }) => ({
      first,
      last: last === '' ? first : last,
      name: germanName(name),
    }));
}

/** `public-holidays.csv` of a region. */
export function publicHolidaysCsv(wanted: HolidaysWanted): string {
  return ['date,name', ...holidays(wanted).map(({ first, name }) => `${first},${name}`), ''].join('\n');
}

/** `school-holidays.csv` of a region. */
export function schoolHolidaysCsv(wanted: HolidaysWanted): string {
  const lines = holidays(wanted).map(({ first, last, name }) => `${first},${last},${name}`);
  return ['first,last,name', ...lines, ''].join('\n');
}
