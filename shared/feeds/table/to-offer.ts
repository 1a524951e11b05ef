import type { Offer } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hidePerson } from '../hide-person.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { reasonToRefuse } from '../refuse-offer.ts';
import { webLink } from '../web-link.ts';
import { believedCells } from './believed-cells.ts';
import { convertLine, convertText } from './convert-text.ts';
import { convertYesNo, valueOf } from './convert.ts';
import { readKind } from './read-kind.ts';
import { readPlace } from './read-place.ts';
import { rememberedCells } from './remembered-cells.ts';
import { rowId } from './row-id.ts';
import type { TableMap } from './table-map.schema.ts';
import { columnAt, columnsOf, isTableRow, tableRowSchema, type ColumnAt, type Reader } from './table-row.ts';

/** A text that speaks of hours: it is shown, and nobody is sent somewhere because of it. */
const SPEAKS_OF_HOURS = /\d{1,2}[:.]\d{2}|\d ?uhr|randzeit|abhol/iu;

/**
 * Reads one row of a table as an offer. Refused without an id, a title or a kind, when its cells are shifted, and when it is a
 * test; all else that is missing or wrong is left out with a notice. What the map says is looked at once, not for each row.
 */
export function toOffer(map: TableMap): (raw: RawRecord, context: OfferContext) => RecordOutcome {
  const at = columnAt(columnsOf(map));
  const [idOf, titleOf, kindOf] = [rowId(map.id, at), convertLine(map.title, at), readKind(map, at)];
  const [placeOf, stepFreeOf] = [readPlace(map.place, at), convertYesNo(map.stepFree, at)];
  const [summaryOf, providerOf] = [convertText(map.summary, at), convertLine(map.provider, at)];
  const [contactOf, pageOf] = [readContact(map, at), convertText(map.page, at)];
  const [freshnessOf, providerNamed] = [readFreshness(), rememberedCells(named)];
  return (raw, context) => {
    const row = raw.value;
    if (!isTableRow(row)) return refusedBySchema(raw);
    const id = idOf(context.feed, row);
    const record: RecordPlace =
      id === undefined
        ? { number: raw.number }
        : { number: raw.number, id: id.slice(context.feed.length + 1) };
    const refused = (notice: Notice): RecordOutcome => ({ record, notices: [notice] });
    if (row.shape === 'lone') return refused(noticeOf('row-lone', { record }));
    if (row.shape === 'long') return refused(noticeOf('row-too-long', { record }));
    if (id === undefined) return refused(noticeOf('id-invalid', { record, field: 'id' }));
    const title = titleOf(row);
    if (title === '') return refused(noticeOf('record-invalid', { record, field: 'title' }));
    const ofKind = kindOf(row, context, record);
    if ('unknown' in ofKind) return refused(noticeOf(ofKind.unknown, { record, field: 'kind' }));
    const place = placeOf(row, context, record);
    const { notices, note } = believedCells(record);
    if (row.shape === 'short') notices.push(noticeOf('row-short', { record }));
    notices.push(...place.notices, ...ofKind.notices);

    const { offer: own, validUntil } = ofKind;
    const stepFree = stepFreeOf(row);
    if (stepFree === 'unreadable') note('word-unknown', 'stepFree');
    if (
      map.offers === 'childcare' &&
      own.timetable.text !== undefined &&
      SPEAKS_OF_HOURS.test(own.timetable.text)
    )
      note('hours-in-text', 'timesText');
    const page = pageOf(row);
    const link = page === undefined ? undefined : webLink(page);
    if (page !== undefined && link === undefined) note('link-invalid', 'page');

    const [provider, summary] = [providerOf(row), summaryOf(row)];
    const shownSummary = summary === undefined ? '' : cutText(plainText(summary), 8000);
    const contact = contactOf(row);
    const isStepFree = valueOf(stepFree);
    const offer: { -readonly [Member in keyof Offer]: Offer[Member] } = {
      ...own,
      id,
      title: cutText(title, 300),
      provider: provider === '' ? named(title) : providerNamed(provider),
      places: place.places,
      links: link === undefined ? NO_LINKS : { page: link },
      provenance: NO_PROVENANCE,
      freshness: freshnessOf(context, validUntil),
    };
    if (shownSummary !== '') offer.summary = shownSummary;
    if (isStepFree !== undefined) offer.access = isStepFree ? STEP_FREE : NOT_STEP_FREE;
    if (contact !== undefined) offer.contact = contact;
    // Before the name of a childminder is gone: afterwards a test record cannot be told from a real one.
    const refusal = reasonToRefuse(offer);
    if (refusal !== undefined) return refused(noticeOf(refusal, { record }));
    const shown = hidePerson(offer, record);
    notices.push(...shown.notices);
    return { record, offer: shown.offer, notices };
  };
}

const NO_LINKS: Offer['links'] = {};
const NO_PROVENANCE: Offer['provenance'] = [];
const [STEP_FREE, NOT_STEP_FREE] = [{ stepFree: true }, { stepFree: false }] as const;

function refusedBySchema(raw: RawRecord): RecordOutcome {
  const { error } = tableRowSchema.safeParse(raw.value);
  if (error === undefined) throw new TypeError('a row that its schema accepts was taken for none');
  return recordRefused(raw, error);
}

function readContact(map: TableMap, at: ColumnAt): Reader<Offer['contact']> {
  if (map.phone === undefined && map.mail === undefined) return () => undefined;
  const [phoneOf, mailOf] = [convertLine(map.phone, at), convertText(map.mail, at)];
  return (row) => {
    const [phone, mail] = [phoneOf(row), mailOf(row) ?? ''];
    if (phone === '' && mail === '') return undefined;
    return { ...(phone !== '' && { phone: phone.slice(0, 40) }), ...(isMail(mail) && { mail }) };
  };
}

function isMail(text: string): boolean {
  return /^[^\s@]{1,80}@[^\s@]{1,110}\.[^\s@]{2,}$/.test(text);
}

function named(text: string): Offer['provider'] {
  return { name: cutText(text, 200) };
}

/** Rows that come one after another and end on one day share one value. */
function readFreshness(): (context: OfferContext, validUntil: LocalDate | undefined) => Offer['freshness'] {
  let seen: { readonly context: OfferContext; readonly freshness: Offer['freshness'] } | undefined;
  return (context, validUntil) => {
    if (seen?.context !== context || seen.freshness.validUntil !== validUntil) {
      const { feed, today: checked, sample } = context;
      const until = validUntil !== undefined && { validUntil };
      seen = { context, freshness: { feed, checked, ...until, ...(sample && { sample }) } };
    }
    return seen.freshness;
  };
}
