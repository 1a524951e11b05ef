import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import { cutText } from '../plain-text.ts';
import type { Note } from './believed-cells.ts';
import { convertLine } from './convert-text.ts';
import { convertChoice } from './convert.ts';
import { readCare } from './read-care.ts';
import { readCourse } from './read-course.ts';
import type { CareTableMap, CourseTableMap, TableMap } from './table-map.schema.ts';
import type { ColumnAt, Reader, TableRow } from './table-row.ts';

/** What an offer of a table is beside the parts that every table has. */
export type OfKind = {
  readonly offer: Omit<
    Offer,
    | 'id'
    | 'title'
    | 'summary'
    | 'provider'
    | 'places'
    | 'access'
    | 'contact'
    | 'links'
    | 'provenance'
    | 'freshness'
  >;
  readonly validUntil: LocalDate | undefined;
};

type ReadKind = (
  row: TableRow,
  today: LocalDate,
  note: Note,
) => OfKind | 'care-kind-unknown' | 'kind-unknown';

/** Reads what a row offers, or why that cannot be told. */
export function readKind(map: TableMap, at: ColumnAt): ReadKind {
  return map.offers === 'course' ? courseKind(map, at) : careKind(map, at);
}

function courseKind(map: CourseTableMap, at: ColumnAt): ReadKind {
  const [kindOf, courseOf] = [convertChoice(map.kind, at), readCourse(map, at)];
  return (row, today, note) => {
    const kind = kindOf(row);
    if (kind === undefined) return 'kind-unknown';
    const { offer, validUntil } = courseOf(row, today, note);
    return { offer: { ...offer, kind }, validUntil };
  };
}

function careKind(map: CareTableMap, at: ColumnAt): ReadKind {
  const [kindOf, careOf, timesOf] = [
    convertChoice(map.care.kind, at),
    readCare(map.care, at),
    timesInWords(map, at),
  ];
  return (row, today, note) => {
    const kind = kindOf(row);
    if (kind === undefined) return 'care-kind-unknown';
    const { care, places } = careOf(kind, row, today, note);
    return {
      offer: {
        kind: 'childcare',
        goals: CARE,
        fields: NONE,
        online: false,
        timetable: timesOf(row),
        rolling: false,
        needs: NO_NEEDS,
        care,
        funding: NONE,
        languages: NONE,
        ...(places !== undefined && { seats: { total: places } }),
      },
      validUntil: undefined,
    };
  };
}

const CARE: Offer['goals'] = ['childcare'];
const NONE: readonly [] = [];
const NO_NEEDS: Offer['needs'] = {};

/** Childcare has openings instead of a timetable; of this one only the list's own words are kept. */
function timesInWords(map: CareTableMap, at: ColumnAt): Reader<Timetable> {
  if (map.timesText === undefined) return () => UNKNOWN_TIMETABLE;
  const textOf = convertLine(map.timesText, at);
  return (row) => {
    const text = cutText(textOf(row), 1000);
    return text === '' ? UNKNOWN_TIMETABLE : { ...UNKNOWN_TIMETABLE, text };
  };
}
