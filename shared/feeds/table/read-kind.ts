import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import type { OfferContext } from '../feed-format.ts';
import type { Notice } from '../notice.ts';
import { cutText } from '../plain-text.ts';
import { believedCells } from './believed-cells.ts';
import { convertLine } from './convert-text.ts';
import { convertChoice } from './convert.ts';
import { readCare } from './read-care.ts';
import { readCourse } from './read-course.ts';
import type { CareTableMap, CourseTableMap, TableMap } from './table-map.schema.ts';
import { rememberedRows, type RowReader } from './remembered-rows.ts';
import { columnsIn, type ColumnAt, type Reader } from './table-row.ts';

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
  readonly notices: readonly Notice[];
};

/** Why a row is no offer: nothing tells what it would be. */
export type NoKind = {
  readonly unknown: 'care-kind-unknown' | 'kind-unknown';
  readonly notices: readonly never[];
};

type KindReader = RowReader<Pick<OfferContext, 'today'>, OfKind | NoKind>;

/** Reads what a row offers, or why that cannot be told. */
export function readKind(map: TableMap, at: ColumnAt): KindReader {
  return map.offers === 'course' ? courseKind(map, at) : careKind(map, at);
}

function courseKind(map: CourseTableMap, at: ColumnAt): KindReader {
  const [kindOf, courseOf] = [convertChoice(map.kind, at), readCourse(map, at)];
  return (row, { today }, record) => {
    const kind = kindOf(row);
    if (kind === undefined) return { unknown: 'kind-unknown', notices: [] };
    const { notices, note } = believedCells(record);
    const { offer, validUntil } = courseOf(row, today, note);
    return { offer: { ...offer, kind }, validUntil, notices };
  };
}

/** Rows alike in what they say of childcare share it. */
function careKind({ care: ofCare, timesText }: CareTableMap, at: ColumnAt): KindReader {
  const [kindOf, careOf] = [convertChoice(ofCare.kind, at), readCare(ofCare, at)];
  const timesOf = timesInWords(timesText, at);
  const read: KindReader = (row, { today }, record) => {
    const kind = kindOf(row);
    if (kind === undefined) return { unknown: 'care-kind-unknown', notices: [] };
    const { notices, note } = believedCells(record);
    const { care, places } = careOf(kind, row, today, note);
    const offer: OfKind['offer'] = {
      kind: 'childcare',
      goals: ['childcare'],
      fields: [],
      online: false,
      timetable: timesOf(row),
      rolling: false,
      needs: {},
      care,
      funding: [],
      languages: [],
      ...(places !== undefined && { seats: { total: places } }),
    };
    return { offer, validUntil: undefined, notices };
  };
  return rememberedRows(columnsIn({ ofCare, timesText }).map(at), read);
}

/** Childcare has openings instead of a timetable; of this one only the list's own words are kept. */
function timesInWords(timesText: CareTableMap['timesText'], at: ColumnAt): Reader<Timetable> {
  const textOf = convertLine(timesText, at);
  return (row) => {
    const text = cutText(textOf(row), 1000);
    return text === '' ? UNKNOWN_TIMETABLE : { ...UNKNOWN_TIMETABLE, text };
  };
}
