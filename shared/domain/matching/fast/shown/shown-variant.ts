import type { CatalogueOffer } from '../../../offer/catalogue.ts';
import type { Place } from '../../../place/place.ts';
import { isEndNotKnown } from '../../../time/schedule.ts';
import { localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { AT, NO_DATE } from '../../match-index/segment.ts';
import { UNKNOWN_PLACE, type PlacedSession, type Variant } from '../../variants.ts';
import type { AttendedOffer } from '../care/care-of-offer.ts';
import { firstDate, type HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';

/** Where the sessions of an occurrence's place are, and whether they are online. */
type Placing = (place: number) => Pick<PlacedSession, 'at' | 'isOnline'>;

/** One way of attending an offer as the criteria take it, from what the index holds of it. Of sessions that are alike it has the first alone. */
export function shownVariant(
  request: Request,
  { variant, held }: AttendedOffer,
  offer: CatalogueOffer,
): Variant {
  const placing = placingOf(request, variant.place, offer);
  const sessions = firstSessions(request, held.sessions, placing);
  const first = held.first === NO_DATE ? null : localDateFromDays(held.first);
  const of = { offer, sessions, schedule: { sessions, first, endNotKnown: isEndNotKnown(offer.timetable) } };
  if (variant.place === AT.online) return { ...of, id: 'online', places: [], modes: ['online'] };
  if (variant.place !== AT.variant) {
    return { ...of, id: variant.place, places: [placing(variant.place).at], modes: ['on-site'] };
  }
  const places = new Set(sessions.flatMap(({ at, isOnline }) => (isOnline ? [] : [at])));
  const modes: ('on-site' | 'online')[] = [];
  if (places.size > 0) modes.push('on-site');
  if (sessions.some(({ isOnline }) => isOnline)) modes.push('online');
  return { ...of, id: 'each-at-its-own', places: [...places], modes };
}

/** Where the sessions of a variant are, by its own place and that of an occurrence. */
export function placingOf({ frame }: Request, ofVariant: number, { places }: CatalogueOffer): Placing {
  return (ofSession) => {
    const place = ofVariant === AT.variant ? ofSession : ofVariant;
    if (place === AT.online) return { at: frame.home, isOnline: true };
    const at: Place = (place < 0 ? undefined : places[place]) ?? UNKNOWN_PLACE;
    return { at, isOnline: false };
  };
}

/** The first of each of some sessions, ascending by date and start. */
export function firstSessions(
  request: Request,
  sessions: readonly HeldSessions[],
  placing: Placing,
): readonly PlacedSession[] {
  return sessions
    .map((held) => ({
      date: firstDateOf(request, held),
      from: held.from,
      to: held.to,
      core: held.isCore,
      plain: held.isPlain,
      ...placing(held.place),
    }))
    .sort((one, other) => one.date - other.date || one.from - other.from);
}

/** The first date on which some sessions are held; of those of any week that of the plain week. */
export function firstDateOf({ days }: Pick<Request, 'days'>, held: HeldSessions): LocalDate {
  if (!held.isPlain) return localDateFromDays(firstDate(held));
  const date = days.classes[held.day]?.date;
  if (date === undefined) throw new RangeError('no such class of days');
  return date;
}
