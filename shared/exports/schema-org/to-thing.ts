import type { OfferAnswer } from '../../contract/offer-answer.ts';
import { toOfferAnswer } from '../../contract/to-offer-answer.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { isRefuge, withoutWhereabouts } from '../../domain/offer/refuge.ts';
import { eventsOf, openingsOf, schedulesOf } from './to-hours.ts';
import { placesOf } from './to-places.ts';

/** JSON-LD: what is `undefined` is left out when it is written. */
export type Thing = {
  readonly '@context': 'https://schema.org';
  readonly '@type': string;
  readonly [property: string]: unknown;
};

const UNIT_TEXT = { hour: 'HOUR', month: 'MONTH', year: 'YEAR' } as const;
const DURATION = { hour: 'PT1H', month: 'P1M', year: 'P1Y' } as const;

/**
 * An offer as a thing of schema.org for a page of ours; advice has no type there. Of a place of refuge only name and
 * telephone are given, of a childminder no street. Times are given only where they are stated and whole, as the format
 * cannot say that they are not.
 */
export function toThing(stored: Offer): Thing | undefined {
  const offer = toOfferAnswer(isRefuge(stored) ? withoutWhereabouts(stored) : stored);
  switch (offer.kind) {
    case 'course':
      return courseOf(offer);
    case 'apprenticeship':
      return programOf(offer);
    case 'job':
      return jobOf(offer);
    case 'childcare':
      return childCareOf(offer);
    case 'advice':
      return undefined;
  }
}

function courseOf(offer: OfferAnswer): Thing {
  const { seats, timetable } = offer;
  return {
    ...commonOf(offer, 'Course'),
    identifier: offer.course ?? offer.id,
    provider: organizationOf(offer),
    inLanguage: offer.languages,
    ...costOf(offer),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      name: offer.id,
      startDate: timetable.first,
      endDate: timetable.last,
      courseMode: offer.online ? 'online' : 'onsite',
      location: [
        ...placesOf(offer),
        ...(offer.online ? [{ '@type': 'VirtualLocation', name: 'Online' }] : []),
      ],
      courseSchedule: schedulesOf(offer),
      subEvent: eventsOf(offer),
      maximumAttendeeCapacity: seats?.total,
      remainingAttendeeCapacity: seats?.free,
    },
  };
}

function programOf(offer: OfferAnswer): Thing {
  const { pay } = offer;
  return {
    ...commonOf(offer, 'WorkBasedProgram'),
    identifier: offer.id,
    provider: organizationOf(offer),
    startDate: offer.timetable.first,
    endDate: offer.timetable.last,
    applicationDeadline: offer.registerBy,
    maximumEnrollment: offer.seats?.total,
    occupationalCategory: offer.occupation,
    trainingSalary: pay && {
      '@type': 'MonetaryAmountDistribution',
      currency: 'EUR',
      duration: DURATION[pay.per],
      median: pay.fromCents / 100,
    },
    inLanguage: offer.languages,
    ...costOf(offer),
  };
}

function jobOf(offer: OfferAnswer): Thing {
  const { hours, pay } = offer;
  const { name, ...common } = commonOf(offer, 'JobPosting');
  return {
    ...common,
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: name,
    identifier: { '@type': 'PropertyValue', value: offer.id },
    hiringOrganization: organizationOf(offer),
    jobLocation: placesOf(offer),
    jobLocationType: offer.online ? 'TELECOMMUTE' : undefined,
    jobStartDate: offer.timetable.first,
    validThrough: offer.freshness.validUntil,
    employmentType: offer.dayParts?.includes('full-time') === true ? 'FULL_TIME' : undefined,
    workHours: hours && `${String(hours.min)}-${String(hours.max)} Stunden pro Woche`,
    totalJobOpenings: offer.seats?.free,
    occupationalCategory: offer.occupation,
    baseSalary: pay && {
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: {
        '@type': 'QuantitativeValue',
        unitText: UNIT_TEXT[pay.per],
        minValue: pay.fromCents / 100,
        maxValue: pay.toCents === undefined ? undefined : pay.toCents / 100,
      },
    },
  };
}

function childCareOf(offer: OfferAnswer): Thing {
  const ages = offer.care?.ages;
  const places = placesOf(offer);
  const [only] = places;
  return {
    ...commonOf(offer, offer.care?.kind === 'kita' ? 'Preschool' : 'ChildCare'),
    identifier: offer.id,
    parentOrganization: organizationOf(offer),
    ...(places.length === 1 ? { address: only?.address, geo: only?.geo } : { location: places }),
    openingHoursSpecification: openingsOf(offer),
    ...costOf(offer),
    makesOffer: ages && {
      '@type': 'Offer',
      itemOffered: {
        '@type': 'Service',
        audience: {
          '@type': 'PeopleAudience',
          suggestedMinAge: yearsFrom(ages.fromMonths),
          suggestedMaxAge: yearsTo(ages.toMonths),
        },
      },
    },
  };
}

function commonOf(offer: OfferAnswer, type: string): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': type,
    name: offer.title,
    description: offer.summary,
    url: offer.links.page,
  };
}

function organizationOf({ provider, contact }: OfferAnswer): unknown {
  return { '@type': 'Organization', name: provider.name, telephone: contact?.phone, email: contact?.mail };
}

function costOf({ cost }: OfferAnswer): Readonly<Record<string, unknown>> {
  if (cost === undefined) return {};
  const priced =
    cost.cents === undefined ? {} : { price: (cost.cents / 100).toFixed(2), priceCurrency: 'EUR' };
  return {
    isAccessibleForFree: cost.free,
    offers: { '@type': 'Offer', description: cost.text, ...priced },
  };
}

/** Whole years as such; other months as a fraction that is surely in the month. */
function yearsFrom(months: number): number {
  return months % 12 === 0 ? months / 12 : Math.round(((months - 0.5) / 12) * 10_000) / 10_000;
}

/** A whole year lasts until the next birthday. */
function yearsTo(months: number): number {
  return months % 12 === 11 ? (months - 11) / 12 : Math.round(((months + 0.5) / 12) * 10_000) / 10_000;
}
