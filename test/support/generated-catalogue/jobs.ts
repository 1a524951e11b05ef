import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Goal } from '../../../shared/domain/offer/terms.ts';
import { UNKNOWN_TIMETABLE } from '../../../shared/domain/offer/timetable-json.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { Timetable } from '../../../shared/domain/time/timetable.ts';
import { WORKDAYS } from '../../../shared/domain/time/weekday.ts';
import { oneOf, wholeBetween, type Chance } from '../seeded-chance.ts';
import type { OfferFrame } from './frames.ts';
import { repeating } from './repetition.ts';
import { FIELDS_OF_OFFERS, PARTS_OF_JOBS, SHARES, TIMETABLE_REPETITION } from './shares.ts';
import type { Spots } from './spots.ts';
import { weightedOf } from './weighted.ts';

/** What jobs and apprenticeships are made with. */
export type JobRecipe = {
  readonly frame: () => OfferFrame;
  readonly spots: Spots;
  readonly today: LocalDate;
};

const GOALS: readonly Goal[] = ['more-hours', 'return-to-work'];
const DEGREE: readonly Goal[] = ['vocational-degree'];
const PAY = { fromCents: 1_490, toCents: 1_900, per: 'hour' } as const;

/** Makes jobs: most say only in which parts of the day they lie. Hours, growth and needs are assumed. */
export function jobsOf(chance: Chance, { frame, spots, today }: JobRecipe): () => CatalogueOffer {
  const week = repeating(chance, TIMETABLE_REPETITION, () => weekOfJob(chance, today));
  return () => {
    const howKnown = chance();
    const hasTimes = howKnown < SHARES.jobsWithTimes;
    const saysNothing = !hasTimes && howKnown < SHARES.jobsWithTimes + SHARES.jobsWithoutTimes;
    const parts = weightedOf(chance, PARTS_OF_JOBS);
    const least = parts.includes('full-time') ? 35 : oneOf(chance, [10, 15, 20, 20, 25, 30]);
    return {
      ...frame(),
      kind: 'job',
      goals: GOALS,
      fields: weightedOf(chance, FIELDS_OF_OFFERS),
      places: [chance() < 0.95 ? spots.house() : spots.anyPrecision()],
      timetable: hasTimes ? week() : UNKNOWN_TIMETABLE,
      rolling: chance() < 0.6,
      pay: PAY,
      needs: oneOf(chance, NEEDS_OF_JOBS),
      ...(!hasTimes && !saysNothing && { dayParts: parts }),
      ...(chance() < 0.85 && { hours: { min: least, max: least + oneOf(chance, [0, 5, 10]) } }),
      ...(chance() < 0.15 && { growth: { toHours: 38, withinMonths: 6, certainty: 'stated' as const } }),
    };
  };
}

const NEEDS_OF_JOBS = [
  {},
  {},
  { german: 'A2' },
  { german: 'B1' },
  { german: 'B2', degree: 'vocational' },
] as const;

function weekOfJob(chance: Chance, today: LocalDate): Timetable {
  const from = oneOf(chance, [360, 420, 480, 480, 510, 540, 600, 780, 840, 1320]);
  const to = from + wholeBetween(chance, 6, 17) * 30;
  const days = WORKDAYS.slice(0, wholeBetween(chance, 3, 5));
  const first = addDays(today, wholeBetween(chance, 7, 120));
  return {
    weekly: [{ days, from, to, ...(chance() < 0.1 && { core: true }) }],
    dated: [],
    except: [],
    ...(chance() < 0.5 && { first }),
    certainty: chance() < 0.75 ? 'stated' : 'read-from-text',
    complete: true,
    missing: [],
  };
}

/** Makes apprenticeships: full time from the coming August for three years; half of them with the days of school unknown (assumed). */
export function apprenticeshipsOf(chance: Chance, { frame, spots, today }: JobRecipe): () => CatalogueOffer {
  const first = addDays(today, 130);
  const onlyFirst: Timetable = { ...UNKNOWN_TIMETABLE, first };
  const week = repeating(chance, TIMETABLE_REPETITION, (): Timetable => {
    const from = oneOf(chance, [390, 420, 450, 480, 510]);
    const complete = chance() < 0.5;
    return {
      weekly: [{ days: WORKDAYS, from, to: from + oneOf(chance, [450, 480, 495, 510]) }],
      dated: [],
      first,
      last: addDays(first, 3 * 364),
      except: [],
      certainty: chance() < 0.75 ? 'stated' : 'read-from-text',
      complete,
      missing: complete ? [] : ['vocational-school'],
    };
  });
  return () => ({
    ...frame(),
    kind: 'apprenticeship',
    goals: DEGREE,
    fields: weightedOf(chance, FIELDS_OF_OFFERS),
    leadsTo: 'degree',
    places: [spots.house()],
    timetable: chance() < 0.6 ? week() : onlyFirst,
    hours: { min: 35, max: 40 },
    needs: oneOf(chance, [
      {},
      { schooling: 'hauptschule' },
      { schooling: 'mittlere-reife', german: 'B2' },
    ] as const),
  });
}
