import type { CatalogueOffer } from '../offer/catalogue.ts';
import type { Place } from '../place/place.ts';
import { mergeTouching, scheduleOf, type Schedule, type Session } from '../time/schedule.ts';
import type { Frame } from './frame.ts';

/** A session with where it takes place: `at` is home for an online one, of precision `none` when not known. */
export type PlacedSession = Session & { readonly at: Place; readonly isOnline: boolean };

/** One way of attending an offer: which place or mode, and the sessions at it. */
export type Variant = {
  readonly id: number | 'online' | 'each-at-its-own';
  readonly offer: CatalogueOffer;
  readonly schedule: Schedule;
  readonly sessions: readonly PlacedSession[];
  /** Where on-site sessions are, each place once; empty when all is online. */
  readonly places: readonly Place[];
  readonly modes: readonly ('on-site' | 'online')[];
};

/** Where a session is of which no place is stated. */
export const UNKNOWN_PLACE: Place = { precision: 'none' };

/**
 * The ways of attending an offer by section 2 of the matching page: one if any session names its own place or mode,
 * otherwise one for each place and one online.
 */
export function variantsOf(frame: Frame, offer: CatalogueOffer): readonly Variant[] {
  const schedule = scheduleOf(offer.timetable, {
    rolling: offer.rolling,
    today: frame.today,
    from: frame.from,
    publicHolidays: frame.region.publicHolidays,
  });
  const namesItsOwn = (session: { place?: number; online?: boolean }): boolean =>
    session.place !== undefined || session.online !== undefined;
  if (offer.timetable.dated.some(namesItsOwn) || offer.timetable.weekly.some(namesItsOwn)) {
    return [eachAtItsOwn(frame, offer, schedule)];
  }
  const onSite = offer.places.map((place, index) => allAt(offer, schedule, index, place));
  const online = offer.online ? [allOnline(frame, offer, schedule)] : [];
  const variants = [...onSite, ...online];
  return variants.length > 0 ? variants : [allAt(offer, schedule, 0, UNKNOWN_PLACE)];
}

function allAt(offer: CatalogueOffer, schedule: Schedule, index: number, place: Place): Variant {
  const sessions = schedule.sessions.map((session) => ({ ...session, at: place, isOnline: false }));
  return { id: index, offer, schedule, sessions, places: [place], modes: ['on-site'] };
}

function allOnline(frame: Frame, offer: CatalogueOffer, schedule: Schedule): Variant {
  const sessions = schedule.sessions.map((session) => ({ ...session, at: frame.home, isOnline: true }));
  return { id: 'online', offer, schedule, sessions, places: [], modes: ['online'] };
}

function eachAtItsOwn(frame: Frame, offer: CatalogueOffer, schedule: Schedule): Variant {
  const sessions = mergeTouching(
    schedule.sessions.map((session) => placed(frame, offer, session)),
    (one, other) => one.at === other.at && one.isOnline === other.isOnline,
  );
  const onSite = sessions.filter((session) => !session.isOnline);
  const modes: ('on-site' | 'online')[] = [];
  if (onSite.length > 0) modes.push('on-site');
  if (onSite.length < sessions.length) modes.push('online');
  const places = [...new Set(onSite.map((session) => session.at))];
  return { id: 'each-at-its-own', offer, schedule, sessions, places, modes };
}

/** A session that names nothing of its own is at the offer's one place, or online when the offer has none. */
function placed(frame: Frame, offer: CatalogueOffer, session: Session): PlacedSession {
  const named = session.place === undefined ? undefined : offer.places[session.place];
  const onlyPlace = offer.places.length === 1 ? offer.places[0] : undefined;
  const isOnline =
    session.online ?? (session.place === undefined && offer.online && offer.places.length === 0);
  const at = isOnline ? frame.home : (named ?? onlyPlace ?? UNKNOWN_PLACE);
  return { ...session, at, isOnline };
}
