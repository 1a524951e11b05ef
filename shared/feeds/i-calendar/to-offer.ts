import * as z from 'zod';
import { parseOfferId, type FeedId, type OfferId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hideRefuge } from '../hide-refuge.ts';
import { locatePlace } from '../locate-place.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { lastDayOf, timesOfSeries } from '../recurrence/series-times.ts';
import { readCoursePurpose } from '../text/course-purpose.ts';
import { textHash } from '../text-hash.ts';
import { webLink } from '../web-link.ts';
import { writtenId } from '../written-id.ts';
import { dateIn, seriesOf, type EventTimes } from './event-series.ts';
import { eventOf, type CalendarEvent } from './event.ts';
import { isCalledOff } from './read-calendar.ts';

const courseSchema = z.object({ calendar: z.string(), events: z.array(z.unknown()) });
const ONLINE = /\b(?:online|zoom|ms teams|webinar|videokonferenz)\b|^https?:\/\//iu;

/** A course of a calendar as an offer. Refused without a title; what is not known of its times makes it incomplete. */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const record: RecordPlace = { number: raw.number };
  const refused = (field: string): RecordOutcome => ({
    record,
    notices: [noticeOf('record-invalid', { record, field })],
  });
  const parsed = courseSchema.safeParse(raw.value);
  if (!parsed.success) return refused('VEVENT');
  const { calendar } = parsed.data;
  const events = parsed.data.events.map(eventOf).filter((event) => event !== undefined);
  const main = events.find(({ replaces }) => replaces === undefined) ?? events[0];
  const title = cutText(plainLine(main?.summary ?? ''), 300);
  if (main === undefined || title === '') return refused('SUMMARY');
  const id = idOf(context.feed, main, events);
  if (id === undefined) return { record, notices: [noticeOf('id-invalid', { record, field: 'UID' })] };

  const times = timesOf(events, context.today);
  const place = placeOf(main, context, record);
  const summary = cutText(plainText(main.description), 8000);
  const link = webLink(main.url);
  const provider = cutText(plainLine(calendar), 200);
  const offer: Offer = {
    id,
    kind: 'course',
    fields: [],
    title,
    ...(summary !== '' && { summary }),
    provider: { name: provider === '' ? cutText(title, 200) : provider },
    ...place.facts,
    timetable: times.timetable,
    rolling: false,
    ...readCoursePurpose({
      title,
      text: summary,
      keywords: main.categories.map(plainLine),
      requirements: '',
    }),
    languages: [],
    links: link === undefined ? {} : { page: link },
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(times.lastDay !== undefined && { validUntil: times.lastDay }),
      ...(context.sample && { sample: true }),
    },
  };
  const shown = hideRefuge(offer, record);
  const notices: readonly Notice[] = [
    ...times.codes.map((code) => noticeOf(code, { record, field: 'DTSTART' })),
    ...(main.url !== '' && link === undefined ? [noticeOf('link-invalid', { record, field: 'URL' })] : []),
    ...(shown.notices.length > 0 ? [] : place.notices),
    ...shown.notices,
  ];
  return { record, offer: shown.offer, notices };
}

/** A series by its UID; single entries by what makes them one course, as each has a UID of its own. */
function idOf(
  feed: FeedId,
  { uid, summary, location, url }: CalendarEvent,
  events: readonly CalendarEvent[],
): OfferId | undefined {
  const isSeries =
    uid !== '' &&
    events.some(
      ({ rule, extra, replaces }) => rule !== undefined || extra.length > 0 || replaces !== undefined,
    );
  const own = isSeries ? uid : textHash([summary, location, url].join('\n'));
  return parseOfferId(`${feed}:${own.length > 100 ? textHash(own) : writtenId(own)}`);
}

type CourseTimes = {
  readonly timetable: Timetable;
  readonly lastDay?: LocalDate;
  readonly codes: readonly NoticeCode[];
};

/** All sessions of the entries; an exception takes the place of the occurrence it names. */
function timesOf(events: readonly CalendarEvent[], today: LocalDate): CourseTimes {
  const exceptions = events.filter(({ replaces }) => replaces !== undefined);
  const read = events.flatMap((event): readonly EventTimes[] => {
    if (event.replaces !== undefined && isCalledOff(event)) return [];
    const replaced = event.replaces === undefined ? exceptions.flatMap(({ replaces }) => replaces ?? []) : [];
    const { rule: _rule, ...single } = event;
    const own = event.replaces === undefined ? { ...event, except: [...event.except, ...replaced] } : single;
    return [seriesOf(own, today)];
  });
  const series = read.flatMap((part) => part.series);
  const isComplete = read.every((part) => part.isComplete);
  const codes = new Set(read.flatMap((part) => part.codes));
  if (series.length === 0) {
    const days = events
      .flatMap(({ start }) => (start === undefined ? [] : [dateIn(start, start)]))
      .toSorted((one, other) => one - other);
    const first = days[0] === undefined ? {} : { first: days[0] };
    codes.add('sessions-not-stated');
    return { timetable: { ...UNKNOWN_TIMETABLE, ...first }, codes: [...codes] };
  }
  const { isCut, ...times } = timesOfSeries(series, today);
  const isOpen = isCut || read.some((part) => part.isCut);
  if (isOpen) codes.add('recurrence-cut');
  const end = lastDayOf(times);
  return {
    timetable: {
      ...times,
      certainty: 'stated',
      complete: isComplete,
      missing: isComplete ? [] : ['session-times'],
    },
    ...(end !== undefined && !isOpen && isComplete && { lastDay: end }),
    codes: [...codes],
  };
}

/** `LOCATION` in words, with an address where it has the form of one, and the point of `GEO`. */
function placeOf(
  event: CalendarEvent,
  context: OfferContext,
  record: RecordPlace,
): { readonly facts: Pick<Offer, 'places' | 'online'>; readonly notices: readonly Notice[] } {
  const words = plainLine(event.location);
  if (ONLINE.test(words)) return { facts: { places: [], online: true }, notices: [] };
  const [, before = '', postcode, city = ''] = /^(.*?),?\s*\b(\d{5})\s+([^,]+)(?:,.*)?$/u.exec(words) ?? [];
  const parts = (postcode === undefined ? words : before).split(',').map((part) => part.trim());
  const street = parts.length > 1 || /\d/.test(parts[0] ?? '') ? (parts.pop() ?? '') : '';
  const { place, notices } = locatePlace(
    {
      name: parts.join(', '),
      street,
      ...(postcode !== undefined && { postcode }),
      city,
      ...(event.geo && { lat: event.geo[0], lon: event.geo[1] }),
    },
    context,
    record,
  );
  return { facts: { places: Object.keys(place).length > 1 ? [place] : [], online: false }, notices };
}
