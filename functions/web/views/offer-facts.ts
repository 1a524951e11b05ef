import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { FactProvenance } from '../../../shared/domain/offer/offer.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import { calendarParts, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import { weekdayOf, WEEKDAY_NAMES } from '../../../shared/domain/time/weekday.ts';
import { moneyInWords, spanInWords } from '../../../shared/messages/in-words.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { slotInWords } from './recap-lines.ts';

const MOST_SESSIONS = 3;

/** `Mo 11.1.2027`: short, as on a timetable. */
export function shortDate({ say, language }: Messages, date: LocalDate): string {
  const { year, month, day } = calendarParts(date);
  const written = language === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
  return `${say(`page.day.${WEEKDAY_NAMES[weekdayOf(date)]}`)} ${written}`;
}

/** `laut Anbieter am Mo 11.1.2027` where the provider stated a fact beside its feed; nothing where the feed says it itself. */
export function statedOf(
  messages: Messages,
  { provenance }: CatalogueOffer,
  fact: FactProvenance['fact'],
): readonly string[] {
  const stated = provenance.find((known) => known.fact === fact && known.from === 'provider');
  return stated?.on === undefined
    ? []
    : [messages.say('page.stated-by-provider', { date: shortDate(messages, stated.on) })];
}

/**
 * When an offer takes place, a line each, at most so many single dates; one line that says so where nothing is known. The
 * last line says who stated it, if it was not the feed.
 */
export function timesOf(
  messages: Messages,
  offer: CatalogueOffer,
  mostSessions = MOST_SESSIONS,
): readonly string[] {
  const { say } = messages;
  const { timetable, dayParts, care } = offer;
  const { weekly, dated, selfPaced, text, missing, complete } = timetable;
  const sessions = dated
    .slice(0, mostSessions)
    .map((session) => `${shortDate(messages, session.date)}, ${spanInWords(messages, session, 'span')}`);
  const lines = [
    ...weekly.map((slot) => slotInWords(messages, slot)),
    ...sessions,
    ...(dated.length > sessions.length
      ? [say('page.more-dates', { count: dated.length - sessions.length })]
      : []),
    ...(selfPaced === undefined ? [] : [say('page.self-paced', { hours: selfPaced.hoursPerWeek })]),
    ...(care?.openings ?? []).map((slot) => slotInWords(messages, slot)),
    ...(dayParts ?? []).map((part) => say(`page.day-part.${part}`)),
  ];
  const known = lines.length > 0 ? lines : [text ?? say('page.times-not-known')];
  const isWhole = (complete && missing.length === 0) || lines.length === 0;
  return [
    ...known,
    ...(isWhole ? [] : [say('page.times-incomplete')]),
    ...statedOf(messages, offer, 'timetable'),
  ];
}

/** When it begins and ends. */
export function beginOf(messages: Messages, offer: CatalogueOffer, first: LocalDate | undefined): string {
  const { say } = messages;
  const { timetable, rolling } = offer;
  const begin = first ?? timetable.first;
  if (begin === undefined) return say(rolling ? 'page.begin-any-time' : 'page.not-known');
  const date = shortDate(messages, begin);
  if (timetable.last === undefined || timetable.last === begin) return date;
  return say('page.begin-end', { from: date, to: shortDate(messages, timetable.last) });
}

/** Street, postcode and city of a place, as far as known. */
export function placeOf({ say }: Messages, place: Place | undefined): string {
  if (place === undefined) return say('page.not-known');
  const parts = [place.name, place.street, [place.postcode, place.city].filter(Boolean).join(' ')];
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length === 0 ? say('page.not-known') : known.join(', ');
}

/** What it costs, and who may pay. */
export function costOf(messages: Messages, { cost, funding }: CatalogueOffer): string {
  const { say, lists } = messages;
  const price =
    cost?.free === true
      ? say('page.free')
      : cost?.cents === undefined
        ? (cost?.text ?? say('page.not-known'))
        : moneyInWords(messages, cost.cents);
  if (funding.length === 0) return price;
  return `${price}. ${say('cost.funding', { funding: lists.and.format(funding.map((code) => say(`funding.${code}`))) })}`;
}

/** Whether there is childcare with it, and who said so, if it was not the feed. */
export function childcareOf(messages: Messages, offer: CatalogueOffer): string {
  const { say } = messages;
  const { childcare } = offer;
  const stated = statedOf(messages, offer, 'childcare');
  if (childcare === undefined)
    return stated.length === 0 ? say('page.childcare-not-known') : [say('page.no'), ...stated].join(', ');
  const hours = childcare.during
    ? [say('page.childcare-during')]
    : childcare.hours.map((slot) => slotInWords(messages, slot));
  const ages =
    childcare.ages === undefined
      ? []
      : [
          say('page.ages', {
            from: Math.floor(childcare.ages.fromMonths / 12),
            to: Math.floor(childcare.ages.toMonths / 12),
          }),
        ];
  return [say('page.yes'), ...hours, ...ages, ...stated].join(', ');
}

/** Hours a week, of a job or an apprenticeship. */
export function hoursOf({ say }: Messages, { hours, growth }: CatalogueOffer): readonly string[] {
  return [
    ...(hours === undefined
      ? []
      : [
          hours.min === hours.max
            ? say('page.hours', { hours: hours.max })
            : say('page.hours-from-to', { from: hours.min, to: hours.max }),
        ]),
    ...(growth === undefined ? [] : [say('page.growth', { hours: growth.toHours })]),
  ];
}
