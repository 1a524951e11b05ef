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
  const isEach = isEachAtItsOwn(timetable);
  const expand = (part: Timetable): readonly Placed[] => {
    const frame = { rolling: false, today: ANY_MONDAY, from: ANY_MONDAY, publicHolidays };
    return placed(offer, scheduleOf(part, frame).sessions, isEach);
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
  const isEach = isEachAtItsOwn(offer.timetable);
  return weekly.flatMap((slot) =>
    slot.days.map((weekday): Occurrence => {
      const weeks: number[] = [];
      for (let week = weekOf(first); week <= weekOf(last); week += 1) {
        const date = dateIn(week, weekday);
        if (date >= first && date <= last && !left.has(date) && !publicHolidays.has(date)) weeks.push(week);
      }
      const where = isEach ? placeOf(offer, slot) : AT.variant;
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

function placed(offer: CatalogueOffer, sessions: readonly Session[], isEach: boolean): readonly Placed[] {
  const each = sessions.map(({ date, from, to, core, plain, place, online }) => {
    const where = isEach ? placeOf(offer, { place, online }) : AT.variant;
    return { date, from, to, core, plain, where };
  });
  if (!isEach) return each;
  return mergeTouching(each, (one, other) => one.where === other.where);
}

/** Where a session of an offer takes place whose sessions are each at their own. */
function placeOf(
  offer: CatalogueOffer,
  session: { readonly place?: number | undefined; readonly online?: boolean | undefined },
): number {
  const isOnline =
    session.online ?? (session.place === undefined && offer.online && offer.places.length === 0);
  if (isOnline) return AT.online;
  if (session.place !== undefined && offer.places[session.place] !== undefined) return session.place;
  return offer.places.length === 1 ? 0 : AT.unknown;
}

function grouped(sessions: readonly Placed[], kind: Occurrence['kind']): readonly Occurrence[] {
  const groups = new Map<number, Occurrence & { readonly weeks: number[] }>();
  for (const { date, from, to, where, core } of sessions) {
    const weekday = weekdayOf(date);
    const key =
      (((where + MOST_PLACES) * MOST_MINUTES + from) * MOST_MINUTES + to) * 16 + weekday * 2 + Number(core);
    const known = groups.get(key);
    const group = known ?? { weekday, from, to, place: where, core, kind, weeks: [] };
    if (known === undefined) groups.set(key, group);
    if (kind === 'dated') group.weeks.push(weekOf(date));
  }
  return [...groups.values()];
}

/** Above every minute of a session and every index of a place. */
const MOST_MINUTES = 4096;
const MOST_PLACES = 128;
