import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { AgeRangeMonths, CareOffer, CourseChildcare, Freshness, Offer } from '../domain/offer/offer.ts';
import type { Place } from '../domain/place/place.ts';
import { formatClockTime } from '../domain/time/clock-time.ts';
import { formatLocalDate, type LocalDate } from '../domain/time/local-date.ts';
import type { Slot } from '../domain/time/slot.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../domain/time/timetable.ts';
import { weekdayName } from '../domain/time/weekday.ts';
import type { OfferAnswer } from './offer-answer.ts';

/** A date that may be missing. */
export function dateOrAbsent(date: LocalDate | undefined): string | undefined {
  return date === undefined ? undefined : formatLocalDate(date);
}

function slotText({ days, from, to }: Slot) {
  return { days: days.map(weekdayName), from: formatClockTime(from), to: formatClockTime(to) };
}

function weeklyText(slot: WeeklySlot) {
  return { ...slotText(slot), place: slot.place, online: slot.online, core: slot.core };
}

function datedText({ date, from, to, place, online }: DatedSession) {
  return {
    date: formatLocalDate(date),
    from: formatClockTime(from),
    to: formatClockTime(to),
    place,
    online,
  };
}

function timetableText(timetable: Timetable): OfferAnswer['timetable'] {
  return {
    weekly: timetable.weekly.map(weeklyText),
    dated: timetable.dated.map(datedText),
    first: dateOrAbsent(timetable.first),
    last: dateOrAbsent(timetable.last),
    except: timetable.except.map(formatLocalDate),
    selfPaced: timetable.selfPaced,
    text: timetable.text,
    certainty: timetable.certainty,
    complete: timetable.complete,
    missing: [...timetable.missing],
  };
}

/** A place field by field, so that nothing the contract does not name gets out. */
export function placeText(place: Place): OfferAnswer['places'][number] {
  const { name, street, postcode, city, district, point, precision } = place;
  return {
    name,
    street,
    postcode,
    city,
    district,
    point: point && { lat: point.lat, lon: point.lon },
    precision,
  };
}

function agesText(ages: AgeRangeMonths | undefined) {
  return ages && { fromMonths: ages.fromMonths, toMonths: ages.toMonths };
}

function childcareText(childcare: CourseChildcare): OfferAnswer['childcare'] {
  const { ages, hours, during, free, costCents, certainty } = childcare;
  return { ages: agesText(ages), hours: hours.map(slotText), during, free, costCents, certainty };
}

function careText(care: CareOffer): OfferAnswer['care'] {
  const { kind, ages, openings, bookedHours, free, asOf, closures, fetches } = care;
  return {
    kind,
    ages: agesText(ages),
    openings: openings.map(slotText),
    bookedHours: [...bookedHours],
    free,
    asOf: dateOrAbsent(asOf),
    closures,
    fetches,
  };
}

/** How fresh an offer is; `sample` is there only where it is true. */
export function freshnessText(freshness: Freshness): OfferAnswer['freshness'] {
  const { feed, changed, checked, validUntil, statedBy, sample } = freshness;
  return {
    feed,
    changed: dateOrAbsent(changed),
    checked: formatLocalDate(checked),
    validUntil: dateOrAbsent(validUntil),
    statedBy,
    ...(sample === true ? { sample } : {}),
  };
}

function needsText({ needs }: CatalogueOffer): OfferAnswer['needs'] {
  const { german, schooling, degree, schoolingOrDegree, audiences, ageYears } = needs;
  return {
    german,
    schooling,
    degree,
    schoolingOrDegree,
    audiences: audiences && [...audiences],
    ageYears,
  };
}

/** An offer in the contract's form, the long text with it where there is one. */
export function toOfferAnswer(offer: Offer): OfferAnswer {
  const { seats, childcare, care, dayParts } = offer;
  return {
    id: offer.id,
    kind: offer.kind,
    course: offer.course,
    duplicateOf: offer.duplicateOf,
    goals: [...offer.goals],
    fields: [...offer.fields],
    leadsTo: offer.leadsTo,
    title: offer.title,
    summary: offer.summary,
    provider: { id: offer.provider.id, name: offer.provider.name },
    places: offer.places.map(placeText),
    online: offer.online,
    timetable: timetableText(offer.timetable),
    rolling: offer.rolling,
    registerBy: dateOrAbsent(offer.registerBy),
    hours: offer.hours,
    dayParts: dayParts && [...dayParts],
    growth: offer.growth,
    seats: seats && { free: seats.free, total: seats.total, asOf: dateOrAbsent(seats.asOf) },
    teaches: offer.teaches,
    needs: needsText(offer),
    childcare: childcare && childcareText(childcare),
    care: care && careText(care),
    cost: offer.cost,
    funding: [...offer.funding],
    occupation: offer.occupation,
    pay: offer.pay,
    access: offer.access,
    languages: [...offer.languages],
    absence: offer.absence,
    contact: offer.contact,
    links: offer.links,
    provenance: offer.provenance.map(({ fact, from, on }) => ({ fact, from, on: dateOrAbsent(on) })),
    freshness: freshnessText(offer.freshness),
  };
}
