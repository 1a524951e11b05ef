import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { CourseChildcare, OfferNeeds } from '../../../shared/domain/offer/offer.ts';
import type { Goal } from '../../../shared/domain/offer/terms.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { Timetable } from '../../../shared/domain/time/timetable.ts';
import { oneOf, type Chance } from '../seeded-chance.ts';
import type { OfferFrame } from './frames.ts';
import { repeating } from './repetition.ts';
import {
  AUDIENCES_OF_COURSES,
  COST_CENTS,
  DATES_OF_A_COURSE,
  FIELDS_OF_OFFERS,
  FREE_SEATS,
  GOALS_OF_COURSES,
  SHARES,
  STEP_FREE,
  VENUE_REPETITION,
} from './shares.ts';
import type { Spots } from './spots.ts';
import type { Timetables } from './timetables.ts';
import { weightedOf } from './weighted.ts';

/** What courses are made with. */
export type CourseRecipe = {
  readonly frame: () => OfferFrame;
  readonly spots: Spots;
  readonly timetables: Timetables;
  readonly today: LocalDate;
};

/** Makes courses; several in a row may be dates of one and the same. */
export function coursesOf(chance: Chance, recipe: CourseRecipe): () => CatalogueOffer {
  const venue = repeating(chance, VENUE_REPETITION, recipe.spots.anyPrecision);
  let courses = 0;
  let open: CatalogueOffer | undefined;
  return () => {
    if (open !== undefined && chance() < 1 - 1 / DATES_OF_A_COURSE)
      return anotherDate(chance, recipe, venue, open);
    const made = oneCourse(chance, recipe, venue);
    const startsAnother = chance() < STARTS_A_COURSE;
    if (!startsAnother) open = undefined;
    else {
      courses += 1;
      open = { ...made, course: `kurs-${String(courses)}` };
    }
    return open ?? made;
  };
}

/** Of the courses that are no further date of the last one, those that get some, so that the share of all dates comes out. */
const STARTS_A_COURSE =
  SHARES.oneOfSeveralDates / (SHARES.oneOfSeveralDates + DATES_OF_A_COURSE * (1 - SHARES.oneOfSeveralDates));

function oneCourse(chance: Chance, recipe: CourseRecipe, venue: () => Place): CatalogueOffer {
  const goals = weightedOf(chance, GOALS_OF_COURSES);
  const isDegree = goals.includes('vocational-degree') || goals.includes('retraining');
  const free = weightedOf(chance, FREE_SEATS);
  const cents = isDegree ? undefined : weightedOf(chance, COST_CENTS);
  const stepFree = weightedOf(chance, STEP_FREE);
  return {
    ...recipe.frame(),
    kind: 'course',
    goals,
    fields: weightedOf(chance, FIELDS_OF_OFFERS),
    ...whenAndWhere(chance, recipe, venue, isDegree),
    ...(isDegree ? { leadsTo: 'degree', funding: BILDUNGSGUTSCHEIN } : {}),
    ...german(chance, goals),
    needs: needsOf(chance, goals),
    ...(free !== undefined && { seats: { free, asOf: recipe.today } }),
    ...(cents !== undefined && { cost: { cents } }),
    ...(stepFree !== undefined && { access: stepFree ? STEPS_NONE : STEPS }),
    ...(chance() < SHARES.ownChildcare && { childcare: oneOf(chance, OWN_CHILDCARE) }),
  };
}

const BILDUNGSGUTSCHEIN = ['bildungsgutschein'] as const;
const STEPS_NONE = { stepFree: true } as const;
const STEPS = { stepFree: false } as const;
const OWN_CHILDCARE: readonly CourseChildcare[] = [
  { ages: { fromMonths: 6, toMonths: 83 }, hours: [], during: true, free: 4, certainty: 'stated' },
  { ages: { fromMonths: 36, toMonths: 131 }, hours: [], during: true, certainty: 'stated' },
  { hours: [], during: true, certainty: 'read-from-text' },
];
const FROM_TEXT: CatalogueOffer['provenance'] = [{ fact: 'timetable', from: 'text' }];

function anotherDate(
  chance: Chance,
  recipe: CourseRecipe,
  venue: () => Place,
  of: CatalogueOffer,
): CatalogueOffer {
  const { id } = recipe.frame();
  return { ...of, id, ...whenAndWhere(chance, recipe, venue, of.leadsTo === 'degree') };
}

type WhenAndWhere = Pick<CatalogueOffer, 'timetable' | 'rolling' | 'places' | 'online' | 'provenance'>;

function whenAndWhere(
  chance: Chance,
  { timetables }: CourseRecipe,
  venue: () => Place,
  isDegree: boolean,
): WhenAndWhere {
  const isPartTime = chance() < SHARES.partTime;
  const fullTime = isDegree ? timetables.long : timetables.fullTime;
  const timetable = isPartTime ? timetables.partTime() : fullTime();
  const provenance = timetable.certainty === 'stated' ? [] : FROM_TEXT;
  const rolling = timetable.first === undefined && chance() < SHARES.rolling;
  return { timetable, rolling, provenance, ...placesOf(chance, timetable, venue) };
}

/** Online, at one place, at one of two, at two in turn, or partly online, by the shares of the feeds. */
function placesOf(
  chance: Chance,
  timetable: Timetable,
  venue: () => Place,
): Pick<CatalogueOffer, 'places' | 'online'> & { readonly timetable?: Timetable } {
  const which = chance();
  const place = venue();
  const { online, eitherMode, placesToChoose, sessionsAtTwoPlaces, sessionsPartlyOnline } = SHARES;
  const bounds = [online, eitherMode, placesToChoose, sessionsAtTwoPlaces, sessionsPartlyOnline];
  const reached = bounds.findIndex(
    (_, index) => which < bounds.slice(0, index + 1).reduce((sum, share) => sum + share, 0),
  );
  if (reached === 0) return { places: [], online: true };
  if (reached === 1) return { places: [place], online: true };
  if (reached === 2) return { places: [place, venue()], online: false };
  if (reached === 3) {
    const dated = timetable.dated.map((session, index) => ({ ...session, place: index % 2 }));
    return { places: [place, venue()], online: false, timetable: { ...timetable, dated } };
  }
  if (reached === 4) {
    const dated = timetable.dated.map((session, index) => ({ ...session, online: index % 3 === 2 }));
    return { places: [place], online: false, timetable: { ...timetable, dated } };
  }
  return { places: [place], online: false };
}

/** A language course states what it teaches; where it begins is left out by one in five (VHS: 12 of 78). */
function german(chance: Chance, goals: readonly Goal[]): Pick<CatalogueOffer, 'teaches'> {
  if (!goals.includes('german')) return {};
  const [from, to] = oneOf(chance, STEPS_OF_GERMAN);
  return { teaches: { german: chance() < 0.2 ? { to } : { from, to } } };
}

const STEPS_OF_GERMAN = [
  ['none', 'A1'],
  ['A1', 'A2'],
  ['A1', 'A2'],
  ['A2', 'B1'],
  ['A2', 'B1'],
  ['B1', 'B2'],
  ['B2', 'C1'],
] as const;

const NEEDS_OF_DEGREES: readonly OfferNeeds[] = [
  {},
  {},
  { german: 'B1' },
  { german: 'B2' },
  { german: 'B2', schooling: 'hauptschule' },
  { schooling: 'mittlere-reife', degree: 'vocational', schoolingOrDegree: true },
];
const NEEDS_OF_TRAINING: readonly OfferNeeds[] = [
  ...[{}, {}, {}, {}],
  { german: 'B1' },
  { german: 'B2' },
  { degree: 'vocational' },
];

/** What is asked for; shares assumed but for the audience. */
function needsOf(chance: Chance, goals: readonly Goal[]): OfferNeeds {
  const isDegree = goals.includes('vocational-degree') || goals.includes('retraining');
  const asked = goals.includes('german')
    ? {}
    : oneOf(chance, isDegree ? NEEDS_OF_DEGREES : NEEDS_OF_TRAINING);
  const audiences = weightedOf(chance, AUDIENCES_OF_COURSES);
  return audiences === undefined ? asked : { ...asked, audiences };
}
