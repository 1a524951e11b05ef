import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Goal } from '../../../shared/domain/offer/terms.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { knownPoint } from '../../../shared/domain/place/travel.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { scheduleOf, type Schedule } from '../../../shared/domain/time/schedule.ts';
import { weekdayOf, type Weekday } from '../../../shared/domain/time/weekday.ts';

/** Minutes of a weekday on which an offer is held at least once. */
export type HeldSlot = { readonly day: Weekday; readonly from: number; readonly to: number };

/** An offer of the part of a match that all engines can be asked for; `position` is its index among all offers. */
export type SharedOffer = {
  readonly position: number;
  readonly goals: readonly Goal[];
  readonly first: LocalDate;
  /** Those with a point, any of which may be gone to. */
  readonly places: readonly Place[];
  /** Each once, ascending by day and start. */
  readonly slots: readonly HeldSlot[];
};

/**
 * The offers of the shared part: not childcare, not told by another feed, still valid and open for registration, with a
 * fixed first day, on site only, the same places for all sessions, all times known and fixed, without childcare of their own.
 * What does not hang on the person is settled here, once, for every engine: dates, holidays, and which minutes of the week
 * are held. An offer held on a public holiday is left out, for no Kita is open then.
 */
export function sharedOffersOf(
  offers: readonly CatalogueOffer[],
  region: Region,
  today: LocalDate,
): readonly SharedOffer[] {
  return offers.flatMap((offer, position) => {
    if (!isInShape(offer, today)) return [];
    const { publicHolidays } = region;
    const schedule = scheduleOf(offer.timetable, { rolling: false, today, from: today, publicHolidays });
    const { first, sessions } = schedule;
    const places = offer.places.filter((place) => knownPoint(place) !== undefined);
    const isHeld = first !== null && sessions.length > 0 && places.length > 0;
    if (!isHeld || sessions.some(({ date, core, plain }) => core || plain || publicHolidays.has(date)))
      return [];
    return [{ position, goals: offer.goals, first, places, slots: heldSlots(schedule) }];
  });
}

function isInShape(offer: CatalogueOffer, today: LocalDate): boolean {
  const { timetable, freshness } = offer;
  return (
    offer.kind !== 'childcare' &&
    offer.duplicateOf === undefined &&
    (freshness.validUntil ?? today) >= today &&
    (offer.registerBy ?? today) >= today &&
    !offer.rolling &&
    !offer.online &&
    offer.childcare === undefined &&
    timetable.complete &&
    timetable.selfPaced === undefined &&
    [...timetable.weekly, ...timetable.dated].every(
      ({ place, online }) => place === undefined && online === undefined,
    )
  );
}

function heldSlots({ sessions }: Schedule): readonly HeldSlot[] {
  const slots = new Map<string, HeldSlot>();
  for (const { date, from, to } of sessions) {
    const slot = { day: weekdayOf(date), from, to };
    slots.set(Object.values(slot).join(), slot);
  }
  return [...slots.values()].sort((one, other) => one.day - other.day || one.from - other.from);
}
