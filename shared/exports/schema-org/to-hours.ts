import type { OfferAnswer } from '../../contract/offer-answer.ts';
import { addDays, formatLocalDate, parseLocalDate } from '../../domain/time/local-date.ts';
import type { WeekdayName } from '../../domain/time/weekday.ts';

const DAYS: Readonly<Record<WeekdayName, string>> = {
  mo: 'https://schema.org/Monday',
  tu: 'https://schema.org/Tuesday',
  we: 'https://schema.org/Wednesday',
  th: 'https://schema.org/Thursday',
  fr: 'https://schema.org/Friday',
  sa: 'https://schema.org/Saturday',
  su: 'https://schema.org/Sunday',
};

/** Schedules of the weekly slots, where the times can be given at all. */
export function schedulesOf(offer: OfferAnswer): readonly unknown[] {
  const { weekly, first, last, except } = offer.timetable;
  if (!canSayTimes(offer)) return [];
  return weekly.map(({ days, from, to }) => ({
    '@type': 'Schedule',
    repeatFrequency: 'P1W',
    byDay: days.map((day) => DAYS[day]),
    startDate: first,
    endDate: last,
    startTime: from,
    endTime: to,
    exceptDate: except,
    scheduleTimezone: 'Europe/Berlin',
  }));
}

/** Single sessions, in local time without an offset. */
export function eventsOf(offer: OfferAnswer): readonly unknown[] {
  if (!canSayTimes(offer)) return [];
  return offer.timetable.dated.map(({ date, from, to }) => ({
    '@type': 'Event',
    name: offer.title,
    startDate: `${date}T${from}:00`,
    endDate: `${to > from ? date : dayAfter(date)}T${to}:00`,
  }));
}

/** Opening hours of childcare. */
export function openingsOf({ care }: OfferAnswer): readonly unknown[] {
  return (care?.openings ?? []).map(({ days, from, to }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => DAYS[day]),
    opens: from,
    closes: to,
  }));
}

/**
 * Stated, whole, and the same at every place: the format knows no certainty, no missing part and no place of a single session.
 * Weekly slots need a first day.
 */
function canSayTimes({ timetable, places, online }: OfferAnswer): boolean {
  const { weekly, dated, certainty, complete, selfPaced, first } = timetable;
  const isOneWhere = places.length + (online ? 1 : 0) < 2;
  const namesPlaces = [...weekly, ...dated].some(
    (session) => session.place !== undefined || session.online !== undefined,
  );
  const isCore = weekly.some(({ core }) => core === true);
  const isTold = certainty === 'stated' && complete && selfPaced === undefined && !isCore;
  return isTold && (isOneWhere || !namesPlaces) && (weekly.length === 0 || first !== undefined);
}

function dayAfter(text: string): string {
  const date = parseLocalDate(text);
  return date === undefined ? text : formatLocalDate(addDays(date, 1));
}
