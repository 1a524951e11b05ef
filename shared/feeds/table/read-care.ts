import type { CareOffer } from '../../domain/offer/offer.ts';
import type { CareKind } from '../../domain/offer/terms.ts';
import type { Slot } from '../../domain/time/slot.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { believed, type Note } from './believed-cells.ts';
import { convertHours } from './convert-hours.ts';
import { convertLine } from './convert-text.ts';
import { convertBookedHours, convertDay, convertInteger, convertYesNo } from './convert.ts';
import { readAges } from './read-ages.ts';
import type { CareTableMap } from './table-map.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

/** What a row says of childcare. `places` is how many there are in all, free or not. */
export type ReadCare = { readonly care: CareOffer; readonly places: number | undefined };

/** Reads childcare of a kind. What cannot be believed is left out and noted; free places are never guessed. */
export function readCare(
  map: CareTableMap['care'],
  at: ColumnAt,
): (kind: CareKind, row: TableRow, today: LocalDate, note: Note) => ReadCare {
  const [agesOf, placesOf, freeOf] = [
    readAges(map.ages, at),
    convertInteger(map.places, at),
    convertInteger(map.free, at),
  ];
  const [countedOn, fetchesOf] = [convertDay(map.asOf, at), convertYesNo(map.fetches, at)];
  const [closuresOf, bookedHoursOf] = [
    convertLine(map.closures, at),
    convertBookedHours(map.bookedHours, at),
  ];
  const openingsOf = readOpenings(map.openings, at);
  return (kind, row, today, note) => {
    const ages = agesOf(row, note);
    const places = believed(placesOf(row), note, 'number-invalid', 'care.places');
    const stated = believed(freeOf(row), note, 'number-invalid', 'care.free');
    const isTooMany = stated !== undefined && places !== undefined && stated > places;
    if (isTooMany) note('free-above-total', 'care.free');
    const free = isTooMany ? undefined : stated;
    const asOf = believed(countedOn(row, today), note, 'date-invalid', 'care.asOf');
    const isAhead = asOf !== undefined && asOf > today;
    if (isAhead) note('date-invalid', 'care.asOf');
    const fetches = believed(fetchesOf(row), note, 'word-unknown', 'care.fetches') ?? false;
    const closures = closuresOf(row);
    const openings = openingsOf(row, note);
    const bookedHours = bookedHoursOf(row);
    const care: { -readonly [Member in keyof CareOffer]: CareOffer[Member] } = {
      kind,
      openings,
      bookedHours,
      fetches,
    };
    if (ages !== undefined) care.ages = ages;
    if (free !== undefined) {
      care.free = free;
      if (asOf !== undefined && !isAhead) care.asOf = asOf;
    }
    if (closures !== '') care.closures = closures;
    return { care, places };
  };
}

function readOpenings(
  openings: CareTableMap['care']['openings'],
  at: ColumnAt,
): (row: TableRow, note: Note) => readonly Slot[] {
  const readers = openings.map(({ days, hours }, index) => ({
    days,
    hoursOf: convertHours(hours, at),
    field: `care.openings.${String(index)}`,
  }));
  return (row, note) => {
    const slots: Slot[] = [];
    for (const { days, hoursOf, field } of readers) {
      const read = hoursOf(row);
      switch (read) {
        case 'empty':
          break;
        case 'unreadable':
        case 'impossible':
          note('hours-invalid', field);
          break;
        case 'placeholder':
          note('hours-placeholder', field);
          break;
        default:
          slots.push({ days, from: read.from, to: read.to });
      }
    }
    return slots;
  };
}
