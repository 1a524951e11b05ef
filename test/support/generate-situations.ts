import type { Region } from '../../shared/domain/place/region.ts';
import type { CareEntry, Child, Situation } from '../../shared/domain/situation/situation.ts';
import { WORKDAYS } from '../../shared/domain/time/weekday.ts';
import { oneOf, seededChance, wholeBetween, type Chance } from './seeded-chance.ts';

/** Parents of one to three children in the region, with booked care; the same seed gives the same. */
export function generateSituations(region: Region, count: number, seed: number): readonly Situation[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, () => situationOf(chance, region));
}

function situationOf(chance: Chance, region: Region): Situation {
  const [postcode, point] = oneOf(chance, [...region.postcodes]);
  return {
    goals: chance() < 0.3 ? ['german'] : ['further-training', 'vocational-degree', 'retraining'],
    fields: [],
    home: { postcode, point, precision: 'postcode' },
    travel: {
      by: oneOf(chance, ['transit', 'bike', 'car'] as const),
      maxMinutes: oneOf(chance, [30, 45, 60]),
    },
    children: Array.from({ length: wholeBetween(chance, 1, 3) }, () => childOf(chance)),
    helpers: [],
    busy: [],
    german: oneOf(chance, ['A2', 'B1', 'B2', 'native'] as const),
    audiences: { women: true },
    support: [],
    formats: [],
    stepFree: false,
  };
}

function childOf(chance: Chance): Child {
  const months = wholeBetween(chance, 14, 130);
  const inSchool = months > 78;
  const entry: CareEntry = {
    kind: inSchool ? 'school' : 'kita',
    hours: [
      { days: WORKDAYS, from: inSchool ? 480 : 450, to: inSchool ? 810 : oneOf(chance, [750, 870, 990]) },
    ],
    holidays: !inSchool,
  };
  return { age: { months }, care: chance() < 0.1 ? [] : [entry], goesAlone: inSchool && chance() < 0.3 };
}
