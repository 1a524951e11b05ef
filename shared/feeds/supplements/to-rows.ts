import { formatClockTime } from '../../domain/time/clock-time.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Slot } from '../../domain/time/slot.ts';
import type { Weekday } from '../../domain/time/weekday.ts';
import {
  CHILDCARE_WORDS,
  COLUMN_NAMES,
  COLUMNS,
  GERMAN_WORDS,
  MISSING_WORDS,
  NO_MISSING,
  type Column,
} from './columns.ts';

/** Cells of a table as texts, row by row. */
export type Rows = readonly (readonly string[])[];

const DAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const;

/**
 * The heading and a row for each offer, with one more for each further slot; `textState` is that of the offer's text. Filled
 * in is what is stated; what was only read from a text stays empty, so that nobody states it by sending it back.
 */
export function toRows(offers: readonly { readonly offer: Offer; readonly textState: string }[]): Rows {
  const rows = offers.flatMap(({ offer, textState }) => rowsOf(offer, textState));
  return [
    COLUMN_NAMES.map((column) => COLUMNS[column]),
    ...rows.map((row) => COLUMN_NAMES.map((column) => row[column] ?? '')),
  ];
}

type Cells = Partial<Record<Column, string>>;

function rowsOf(offer: Offer, textState: string): readonly Cells[] {
  const childcare = offer.childcare?.certainty === 'stated' ? offer.childcare : undefined;
  const slots = offer.timetable.certainty === 'stated' ? offer.timetable.weekly : [];
  const needsAreRead = offer.provenance.some(({ fact, from }) => fact === 'needs' && from === 'text');
  const id = offer.id.slice(offer.freshness.feed.length + 1);
  const hours = childcare?.hours ?? [];
  const first: Cells = {
    id,
    title: offer.title,
    textState,
    missing: slots.length === 0 ? '' : missingWords(offer),
    childcare: childcare === undefined ? '' : childcareWord(childcare),
    ageFrom: childcare?.ages?.fromMonths.toString() ?? '',
    ageTo: childcare?.ages?.toMonths.toString() ?? '',
    carePlaces: childcare?.free?.toString() ?? '',
    careCost:
      childcare?.costCents === undefined ? '' : (childcare.costCents / 100).toFixed(2).replace('.', ','),
    german: needsAreRead ? '' : germanWord(offer.needs.german),
    absence: offer.absence ?? '',
  };
  return Array.from({ length: Math.max(1, slots.length, hours.length) }, (_, index) => ({
    ...(index === 0 ? first : { id }),
    ...cellsOf(slots[index], 'days', 'from', 'to'),
    ...cellsOf(hours[index], 'careDays', 'careFrom', 'careTo'),
  }));
}

function cellsOf(slot: Slot | undefined, days: Column, from: Column, to: Column): Cells {
  if (slot === undefined) return {};
  return {
    [days]: daysInWords(slot.days),
    [from]: formatClockTime(slot.from),
    [to]: formatClockTime(slot.to),
  };
}

/** `Mo-Fr` for days that follow each other, else `Mo, Mi`. */
function daysInWords(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? `${DAYS[first]}-${DAYS[last]}` : days.map((day) => DAYS[day]).join(', ');
}

function missingWords({ timetable }: Offer): string {
  const words = Object.entries(MISSING_WORDS).filter(([, part]) => timetable.missing.includes(part));
  return words.length > 0 ? words.map(([word]) => word).join(', ') : timetable.complete ? NO_MISSING : '';
}

function childcareWord({ during, hours }: NonNullable<Offer['childcare']>): string {
  if (during) return CHILDCARE_WORDS.during;
  return hours.length > 0 ? CHILDCARE_WORDS.ownHours : '';
}

function germanWord(level: Offer['needs']['german']): string {
  if (level === 'none' || level === 'native') return GERMAN_WORDS[level];
  return level ?? '';
}
