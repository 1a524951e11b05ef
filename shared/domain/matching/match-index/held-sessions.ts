import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { mergeTouching, scheduleOf, type Session } from '../../time/schedule.ts';
import type { Timetable } from '../../time/timetable.ts';
import { addSession, occurrenceGroups, type Occurrence } from './occurrence.ts';
import { AT } from './segment.ts';
import { isEachAtItsOwn, placeOf } from './session-place.ts';
import { simpleDated, simpleWeekly } from './simple-sessions.ts';
import { dateIn } from './week-number.ts';

type Placed = Session & { readonly where: number };

const ANY_MONDAY = dateIn(2900, 0);

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
  const dated = simpleDated(offer);
  if (dated !== undefined) return dated;
  if (timetable.first === undefined) {
    const weekly = expand({ ...timetable, dated: [] });
    return [...grouped(weekly, 'plain'), ...grouped(expand({ ...timetable, weekly: [] }), 'dated')];
  }
  return simpleWeekly(offer, timetable.first, publicHolidays) ?? grouped(expand(timetable), 'dated');
}

function placed(offer: CatalogueOffer, sessions: readonly Session[]): readonly Placed[] {
  const isEach = isEachAtItsOwn(offer.timetable);
  const each = sessions.map(({ date, from, to, core, plain, place, online }) => {
    const where = isEach ? placeOf(offer, { place, online }) : AT.variant;
    return { date, from, to, core, plain, where };
  });
  if (!isEach) return each;
  return mergeTouching(each, (one, other) => one.where === other.where);
}

function grouped(sessions: readonly Placed[], kind: Occurrence['kind']): readonly Occurrence[] {
  const groups = occurrenceGroups(kind);
  for (const session of sessions) addSession(groups, session);
  return groups.all;
}
