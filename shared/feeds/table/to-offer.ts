import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { reasonToRefuse } from '../refuse-offer.ts';
import { webLink } from '../web-link.ts';
import { convertChoice, convertText, convertYesNo, valueOf } from './convert.ts';
import { hidePerson } from '../hide-person.ts';
import { readCare } from './read-care.ts';
import { readCourse } from './read-course.ts';
import { readPlace } from './read-place.ts';
import { rowId } from './row-id.ts';
import type { TableMap } from './table-map.schema.ts';
import { tableRowSchema, type TableRow } from './table-row.ts';

const checkedRow = compiledOnUse(tableRowSchema);

/** A text that speaks of hours: it is shown, and nobody is sent somewhere because of it. */
const SPEAKS_OF_HOURS = /\d{1,2}[:.]\d{2}|\d ?uhr|randzeit|abhol/iu;

/**
 * One row of a table as an offer. Refused without an id, a title or a kind, when its cells are shifted, and when it is a test;
 * all else that is missing or wrong is left out with a notice.
 */
export function toOffer(raw: RawRecord, map: TableMap, context: OfferContext): RecordOutcome {
  const parsed = checkedRow.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const row = parsed.data;
  const id = rowId(context.feed, map.id, row);
  const record: RecordPlace = {
    number: raw.number,
    ...(id !== undefined && { id: id.slice(context.feed.length + 1) }),
  };
  const refused = (notice: Notice): RecordOutcome => ({ record, notices: [notice] });
  if (row.shape === 'lone') return refused(noticeOf('row-lone', { record }));
  if (row.shape === 'long') return refused(noticeOf('row-too-long', { record }));
  if (id === undefined) return refused(noticeOf('id-invalid', { record, field: 'id' }));
  const line = (field: TableMap['title'] | undefined) => plainLine(convertText(field, row) ?? '');
  const title = line(map.title);
  if (title === '') return refused(noticeOf('record-invalid', { record, field: 'title' }));
  const kinds = kindsOf(map, row, context, record);
  if (typeof kinds === 'string') return refused(noticeOf(kinds, { record, field: 'kind' }));

  const place = readPlace(row, map.place, context, record);
  const stepFree = convertYesNo(map.stepFree, row);
  const summary = cutText(plainText(convertText(map.summary, row) ?? ''), 8000);
  const [provider, phone, mail] = [line(map.provider), line(map.phone), convertText(map.mail, row) ?? ''];
  const page = convertText(map.page, row);
  const link = webLink(page ?? '');
  const offer: Offer = {
    id,
    ...kinds.offer,
    title: cutText(title, 300),
    ...(summary !== '' && { summary }),
    provider: { name: cutText(provider === '' ? title : provider, 200) },
    places: place.places,
    ...(valueOf(stepFree) !== undefined && { access: { stepFree: valueOf(stepFree) === true } }),
    ...((phone !== '' || mail !== '') && {
      contact: { ...(phone !== '' && { phone: phone.slice(0, 40) }), ...(isMail(mail) && { mail }) },
    }),
    links: { ...(link !== undefined && { page: link }) },
    provenance: [],
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(kinds.validUntil !== undefined && { validUntil: kinds.validUntil }),
      ...(context.sample && { sample: true }),
    },
  };
  // Before the name of a childminder is gone: afterwards a test record cannot be told from a real one.
  const refusal = reasonToRefuse(offer);
  if (refusal !== undefined) return refused(noticeOf(refusal, { record }));
  const shown = hidePerson(offer, record);
  const notices: readonly Notice[] = [
    ...(row.shape === 'short' ? [noticeOf('row-short', { record })] : []),
    ...place.notices,
    ...kinds.notices,
    ...(stepFree === 'unreadable' ? [noticeOf('word-unknown', { record, field: 'stepFree' })] : []),
    ...(map.offers === 'childcare' &&
    offer.timetable.text !== undefined &&
    SPEAKS_OF_HOURS.test(offer.timetable.text)
      ? [noticeOf('hours-in-text', { record, field: 'timesText' })]
      : []),
    ...(page !== undefined && link === undefined
      ? [noticeOf('link-invalid', { record, field: 'page' })]
      : []),
    ...shown.notices,
  ];
  return { record, offer: shown.offer, notices };
}

/** What an offer of a table is beside the parts that every table has. */
type OfKind = {
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
  readonly validUntil?: LocalDate;
  readonly notices: readonly Notice[];
};

function kindsOf(
  map: TableMap,
  row: TableRow,
  context: OfferContext,
  record: RecordPlace,
): OfKind | 'care-kind-unknown' | 'kind-unknown' {
  if (map.offers === 'course') {
    const kind = convertChoice(map.kind, row);
    if (kind === undefined) return 'kind-unknown';
    const read = readCourse(row, map, context.today, record);
    return { ...read, offer: { ...read.offer, kind } };
  }
  const kind = convertChoice(map.care.kind, row);
  if (kind === undefined) return 'care-kind-unknown';
  const read = readCare(kind, row, map.care, context, record);
  return {
    offer: {
      kind: 'childcare',
      goals: ['childcare'],
      fields: [],
      online: false,
      timetable: timesInWords(row, map),
      rolling: false,
      ...(read.places !== undefined && { seats: { total: read.places } }),
      needs: {},
      care: read.care,
      funding: [],
      languages: [],
    },
    notices: read.notices,
  };
}

/** Childcare has openings instead of a timetable; of this one only the list's own words are kept. */
function timesInWords(row: TableRow, map: TableMap): Timetable {
  const text = cutText(plainLine(convertText(map.timesText, row) ?? ''), 1000);
  return text === '' ? UNKNOWN_TIMETABLE : { ...UNKNOWN_TIMETABLE, text };
}

function isMail(text: string): boolean {
  return /^[^\s@]{1,80}@[^\s@]{1,110}\.[^\s@]{2,}$/.test(text);
}
