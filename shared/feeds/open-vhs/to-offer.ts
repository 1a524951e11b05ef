import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { FactProvenance, Offer } from '../../domain/offer/offer.ts';
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { writtenId } from '../written-id.ts';
import { classify } from './classify.ts';
import { placeSessions, type CourseMode, type PlacedSessions } from './place-sessions.ts';
import { readCost, readSeats } from './read-figures.ts';
import { readLanguageFacts } from './read-language-facts.ts';
import { readLinks } from './read-links.ts';
import { readSessions, type SessionList } from './read-sessions.ts';
import { recordSchema, type VhsRecord } from './record.schema.ts';

/** All of a record but whose it is, which the dialects say each in their own place. */
type Course = Omit<VhsRecord, 'bezirk'>;

const checkedRecord = compiledOnUse(recordSchema);

const MAX_TITLE_CHARACTERS = 300;
const MAX_SUMMARY_CHARACTERS = 8000;

/**
 * One record of the feed as an offer. Refused when the record has no usable id or title; all else that is missing or wrong
 * is left out with a notice. No `course`: nothing in the feed groups the dates of one course (`nummer` is not unique, titles
 * repeat for different courses).
 */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = checkedRecord.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const district = plainLine(parsed.data.bezirk);
  const provider = { id: `vhs-${slug(district)}`, name: `Volkshochschule ${district}` };
  return offerOfCourse(raw, parsed.data, provider, context);
}

/** A checked record of either dialect as an offer of its centre. */
export function offerOfCourse(
  raw: RawRecord,
  vhs: Course,
  provider: Offer['provider'],
  context: OfferContext,
): RecordOutcome {
  const guid = vhs.guid.trim();
  const record: RecordPlace = { number: raw.number, id: guid };
  const id = parseOfferId(`${context.feed}:${writtenId(guid)}`);
  if (id === undefined)
    return {
      record: { number: raw.number },
      notices: [noticeOf('id-invalid', { record: { number: raw.number }, field: 'guid' })],
    };
  const [title, subtitle] = [plainLine(vhs.name), plainLine(vhs.untertitel ?? '')];
  const first = title === '' ? subtitle : title;
  if (first === '') return { record, notices: [noticeOf('record-invalid', { record, field: 'name' })] };

  const headline = subtitle === '' || subtitle === first ? first : `${first} · ${subtitle}`;
  const text = vhs.text
    .map((part) => plainText(part.text ?? ''))
    .filter((part) => part !== '')
    .join('\n\n');
  const list = readSessions(vhs.ortetermine ?? { adresse: [], termin: [] }, record);
  const placed = placeSessions(list, modeOf(vhs), context, record);
  const times = timetableOf(vhs, list, placed, record);
  const kinds = classify(vhs, headline, record);
  const seats = readSeats(vhs, record);
  const cost = readCost(vhs, `${headline}\n${text}`, record);
  const language = readLanguageFacts({ title: first, subtitle, text, vhs, goals: kinds.goals }, record);
  const links = readLinks(vhs, record);
  const summary = [subtitle, text].filter((part) => part !== '').join('\n\n');
  const provenance: readonly FactProvenance[] = [
    ...language.provenance,
    ...(cost.isFromText ? [{ fact: 'cost' as const, from: 'text' as const }] : []),
  ];
  const offer: Offer = {
    id,
    kind: kinds.kind,
    goals: kinds.goals,
    fields: kinds.fields,
    title: cutText(first, MAX_TITLE_CHARACTERS),
    ...(summary !== '' && { summary: cutText(summary, MAX_SUMMARY_CHARACTERS) }),
    provider,
    places: placed.places,
    online: placed.online,
    timetable: times.timetable,
    rolling: false,
    ...(seats.seats && { seats: seats.seats }),
    ...(language.teaches && { teaches: { german: language.teaches } }),
    needs: {
      ...(language.needs && { german: language.needs }),
      ...(kinds.audiences.length > 0 && { audiences: kinds.audiences }),
    },
    ...(cost.cost && { cost: cost.cost }),
    funding: kinds.funding,
    ...(placed.stepFree !== undefined && { access: { stepFree: placed.stepFree } }),
    languages: kinds.languages,
    ...(links.contact && { contact: links.contact }),
    links: links.links,
    provenance,
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(times.lastDay !== undefined && { validUntil: times.lastDay }),
      ...(context.sample && { sample: true }),
    },
  };
  const notices: readonly Notice[] = [list, placed, times, kinds, seats, cost, language, links].flatMap(
    (part) => part.notices,
  );
  return { record, offer, notices };
}

function modeOf(vhs: Course): CourseMode {
  const marks = (vhs.merkmale?.merkmal ?? [])
    .filter(({ name }) => name === 'kursart_digital')
    .map(({ wert }) => wert);
  const keywords = vhs.schlagwort.map((keyword) => keyword.trim().toLowerCase());
  return {
    mark: marks.includes('blended_learning')
      ? 'blended'
      : marks.includes('online_angebot')
        ? 'online'
        : 'none',
    isHybrid: keywords.includes('hybridkurs') || keywords.includes('szenario_hybrid'),
  };
}

/** Sessions count, not the range: it may begin before the first session or end after the last. */
function timetableOf(
  vhs: Course,
  list: SessionList,
  placed: PlacedSessions,
  record: RecordPlace,
): {
  readonly timetable: Timetable;
  readonly lastDay: LocalDate | undefined;
  readonly notices: readonly Notice[];
} {
  const stated = { first: dateOf(vhs.beginn_datum), last: dateOf(vhs.ende_datum) };
  const days = [...list.untimed, ...list.sessions.map((session) => session.date)].toSorted(
    (one, other) => one - other,
  );
  const first = days[0] ?? stated.first;
  const last =
    days.at(-1) ?? (stated.last !== undefined && stated.last >= (first ?? stated.last) ? stated.last : first);
  const daysInWords =
    list.sessions.length + list.untimed.length > 0 ? '' : plainLine(vhs.wochentag.join(', '));
  const differs = (stated.first ?? first) !== first || (stated.last ?? last) !== last;
  return {
    timetable: {
      weekly: [],
      dated: placed.dated,
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      except: [],
      ...(daysInWords !== '' && { text: daysInWords }),
      certainty: 'stated',
      complete: list.isComplete,
      missing: list.isComplete ? [] : ['session-times'],
    },
    lastDay: last,
    notices: differs ? [noticeOf('range-differs', { record, field: 'beginn_datum, ende_datum' })] : [],
  };
}

function dateOf(text: string | null | undefined): LocalDate | undefined {
  return parseLocalDate(text?.trim() ?? '');
}

/** `'Tempelhof-Schöneberg'` -> `'tempelhof-schoeneberg'`. */
export function slug(name: string): string {
  const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return name
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
