import type { CatalogueOffer } from '../../shared/domain/offer/catalogue.ts';
import { parseFeedId, parseOfferId } from '../../shared/domain/offer/offer-id.ts';
import { FIELDS, type Goal } from '../../shared/domain/offer/terms.ts';
import type { Place } from '../../shared/domain/place/place.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-date.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../../shared/domain/time/timetable.ts';
import { mondayOnOrAfter, WORKDAYS, type Weekday } from '../../shared/domain/time/weekday.ts';
import { oneOf, seededChance, wholeBetween, type Chance } from './seeded-chance.ts';

/** What to make offers from. The same values give the same offers. */
export type OfferRecipe = {
  readonly region: Region;
  readonly today: LocalDate;
  readonly count: number;
  readonly seed: number;
};

/** Shares of the offers made: of all, childcare; of the courses, part time, and those whose dates are not known. */
export const SHARES = { childcare: 0.15, partTime: 0.42, withoutDates: 0.4, online: 0.1 } as const;

const FEED = parseFeedId('generated')!;
const GOALS: readonly Goal[] = [
  'further-training',
  'german',
  'vocational-degree',
  'retraining',
  'orientation',
  'return-to-work',
];
const GERMAN = ['A1', 'A2', 'B1', 'B2', 'C1'] as const;

/** Courses and childcare of the region, with ids `generated:1` … in the order made. */
export function generateOffers({ region, today, count, seed }: OfferRecipe): readonly CatalogueOffer[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (_, index) => {
    const common = commonOf(index + 1, today, placeOf(chance, region));
    return chance() < SHARES.childcare ? childcareOf(chance, common, today) : courseOf(chance, common, today);
  });
}

type Common = Omit<CatalogueOffer, 'kind' | 'goals' | 'timetable'>;

function commonOf(number: number, today: LocalDate, place: Place): Common {
  return {
    id: parseOfferId(`${FEED}:${String(number)}`)!,
    fields: [],
    title: `Angebot ${String(number)}`,
    provider: { name: `Träger ${String(number % 50)}` },
    places: [place],
    online: false,
    rolling: false,
    needs: {},
    funding: [],
    languages: ['de'],
    links: {},
    provenance: [],
    freshness: { feed: FEED, checked: today },
  };
}

/** A house within about a kilometre of a postcode's point. */
function placeOf(chance: Chance, region: Region): Place {
  const [postcode, middle] = oneOf(chance, [...region.postcodes]);
  const point = { lat: middle.lat + (chance() - 0.5) * 0.02, lon: middle.lon + (chance() - 0.5) * 0.03 };
  return { street: `Straße ${String(wholeBetween(chance, 1, 200))}`, postcode, point, precision: 'street' };
}

function courseOf(chance: Chance, common: Common, today: LocalDate): CatalogueOffer {
  const partTime = chance() < SHARES.partTime;
  const goal = oneOf(chance, GOALS);
  return {
    ...common,
    kind: 'course',
    goals: [goal],
    fields: [oneOf(chance, FIELDS)],
    online: chance() < SHARES.online,
    timetable: chance() < SHARES.withoutDates ? UNKNOWN_TIMES : timetableOf(chance, partTime, today),
    rolling: chance() < 0.1,
    ...(goal === 'vocational-degree' && { leadsTo: 'degree' as const }),
    ...(goal === 'german' && { teaches: { german: { to: oneOf(chance, GERMAN) } } }),
    ...(chance() < 0.3 && { needs: { german: oneOf(chance, GERMAN) } }),
    ...(chance() < 0.6 && { seats: { free: wholeBetween(chance, 0, 12), asOf: today } }),
    ...(chance() < 0.7 && { cost: { cents: wholeBetween(chance, 0, 40) * 1000 } }),
    ...(chance() < 0.1 && { childcare: { hours: [], during: true, free: 4, certainty: 'stated' as const } }),
  };
}

const KNOWN = { except: [], certainty: 'stated', complete: true, missing: [] } as const;
const UNKNOWN_TIMES: Timetable = {
  ...KNOWN,
  weekly: [],
  dated: [],
  complete: false,
  missing: ['session-times'],
};

/** Part time: two to four days of three to five hours; full time: all weekdays of seven to eight. Half of them dated. */
function timetableOf(chance: Chance, partTime: boolean, today: LocalDate): Timetable {
  const first = addDays(mondayOnOrAfter(today), 7 * wholeBetween(chance, 1, 30));
  const weeks = wholeBetween(chance, 2, partTime ? 26 : 52);
  const from = partTime ? oneOf(chance, [495, 510, 540, 780, 1050]) : oneOf(chance, [450, 480, 510]);
  const to = from + (partTime ? wholeBetween(chance, 3, 5) * 60 : wholeBetween(chance, 14, 16) * 30);
  const days = partTime ? someDays(chance) : WORKDAYS;
  if (chance() < 0.5) {
    const weekly: WeeklySlot[] = [{ days, from, to }];
    return { ...KNOWN, weekly, dated: [], first, last: addDays(first, 7 * weeks - 3) };
  }
  const dated = Array.from({ length: weeks }, (_, week) =>
    days.map((day): DatedSession => ({ date: addDays(first, 7 * week + day), from, to })),
  ).flat();
  return { ...KNOWN, weekly: [], dated };
}

function someDays(chance: Chance): readonly Weekday[] {
  const start = wholeBetween(chance, 0, 2);
  return WORKDAYS.slice(start, start + wholeBetween(chance, 2, 4));
}

function childcareOf(chance: Chance, common: Common, today: LocalDate): CatalogueOffer {
  const from = wholeBetween(chance, 72, 96) * 5;
  const openings = [{ days: WORKDAYS, from, to: from + wholeBetween(chance, 6, 11) * 60 }];
  const kind = oneOf(chance, ['kita', 'kita', 'childminder', 'school-allday', 'other'] as const);
  const ages =
    kind === 'school-allday' ? { fromMonths: 66, toMonths: 150 } : { fromMonths: 12, toMonths: 78 };
  const free = wholeBetween(chance, 0, 4);
  return {
    ...common,
    kind: 'childcare',
    goals: ['childcare'],
    timetable: UNKNOWN_TIMES,
    care: {
      kind,
      ages,
      openings: chance() < 0.2 ? [] : openings,
      bookedHours: [25, 35, 45],
      fetches: chance() < 0.1,
      ...(chance() < 0.5 && { free, asOf: addDays(today, -wholeBetween(chance, 0, 60)) }),
    },
  };
}
