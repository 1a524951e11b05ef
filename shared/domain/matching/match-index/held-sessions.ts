import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { localDateFromDays } from '../../time/local-date.ts';
import { mergeTouching, scheduleOf, type Session } from '../../time/schedule.ts';
import type { Timetable } from '../../time/timetable.ts';
import { weekdayOf, type Weekday } from '../../time/weekday.ts';
import { AT } from './segment.ts';
import { dateIn, weekOf } from './week-number.ts';

/** All sessions of one timetable on one weekday at the same minutes and place. `weeks`: ascending week numbers. */
export type Occurrence = {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly core: boolean;
  readonly kind: 'dated' | 'plain' | 'window';
  readonly weeks: readonly number[];
};

type Placed = Session & { readonly where: number };

const ANY_MONDAY = dateIn(2900, 0);

/** Whether any session names its own place or mode. */
export function isEachAtItsOwn({ dated, weekly }: Timetable): boolean {
  const names = (session: { place?: number; online?: boolean }): boolean =>
    session.place !== undefined || session.online !== undefined;
  return dated.some(names) || weekly.some(names);
}

/** Whether weekly slots are held for four weeks from an entry that only the request knows. */
export function isHeldFromEntry({ timetable, rolling }: CatalogueOffer): boolean {
  return (
    rolling && timetable.weekly.length > 0 && timetable.first !== undefined && timetable.last === undefined
  );
}

/** The sessions of an offer as occurrences; those of rolling entry as if it were on the first day. */
export function occurrencesOf(
  offer: CatalogueOffer,
  publicHolidays: ReadonlySet<LocalDate>,
): readonly Occurrence[] {
  const { timetable } = offer;
  const expand = (part: Timetable): readonly Placed[] => {
    const frame = { rolling: false, today: ANY_MONDAY, from: ANY_MONDAY, publicHolidays };
    return placed(offer, scheduleOf(part, frame).sessions);
  };
  if (isHeldFromEntry(offer)) {
    const { first: _first, ...anyWeek } = timetable;
    const weekly = expand({ ...anyWeek, dated: [] });
    return [...grouped(weekly, 'window'), ...grouped(expand({ ...timetable, weekly: [] }), 'dated')];
  }
  if (timetable.first === undefined) {
    const weekly = expand({ ...timetable, dated: [] });
    return [...grouped(weekly, 'plain'), ...grouped(expand({ ...timetable, weekly: [] }), 'dated')];
  }
  return simpleWeekly(offer, timetable.first, publicHolidays) ?? grouped(expand(timetable), 'dated');
}

/** Weekly slots of which no two are on one weekday, without dated sessions: what most timetables are, without going from day to day. */
function simpleWeekly(
  offer: CatalogueOffer,
  first: LocalDate,
  publicHolidays: ReadonlySet<LocalDate>,
): readonly Occurrence[] | undefined {
  const { weekly, dated, last = localDateFromDays(first + 27), except } = offer.timetable;
  const days = weekly.flatMap((slot) => slot.days);
  if (dated.length > 0 || new Set(days).size < days.length) return undefined;
  const left = new Set(except);
  return weekly.flatMap((slot) =>
    slot.days.map((weekday): Occurrence => {
      const weeks: number[] = [];
      for (let week = weekOf(first); week <= weekOf(last); week += 1) {
        const date = dateIn(week, weekday);
        if (date >= first && date <= last && !left.has(date) && !publicHolidays.has(date)) weeks.push(week);
      }
      const where = placeOf(offer, slot);
      return {
        weekday,
        from: slot.from,
        to: slot.to,
        place: where,
        core: slot.core ?? false,
        kind: 'dated',
        weeks,
      };
    }),
  );
}

function placed(offer: CatalogueOffer, sessions: readonly Session[]): readonly Placed[] {
  const each = sessions.map((session) => ({ ...session, where: placeOf(offer, session) }));
  if (!isEachAtItsOwn(offer.timetable)) return each;
  return mergeTouching(each, (one, other) => one.where === other.where);
}

/** Where a session takes place, as the matching page's variants have it. */
function placeOf(
  offer: CatalogueOffer,
  session: { readonly place?: number; readonly online?: boolean },
): number {
  if (!isEachAtItsOwn(offer.timetable)) return AT.variant;
  const isOnline =
    session.online ?? (session.place === undefined && offer.online && offer.places.length === 0);
  if (isOnline) return AT.online;
  if (session.place !== undefined && offer.places[session.place] !== undefined) return session.place;
  return offer.places.length === 1 ? 0 : AT.unknown;
}

function grouped(sessions: readonly Placed[], kind: Occurrence['kind']): readonly Occurrence[] {
  const groups = new Map<string, Occurrence & { readonly weeks: number[] }>();
  for (const { date, from, to, where, core } of sessions) {
    const weekday = weekdayOf(date);
    const key = [weekday, from, to, where, core].join(' ');
    const group = groups.get(key);
    const weeks = kind === 'dated' ? [weekOf(date)] : [];
    if (group === undefined) groups.set(key, { weekday, from, to, place: where, core, kind, weeks });
    else group.weeks.push(...weeks);
  }
  return [...groups.values()];
}
