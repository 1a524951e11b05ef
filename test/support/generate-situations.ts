import type { Place } from '../../shared/domain/place/place.ts';
import type { Point } from '../../shared/domain/place/point.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import type { CareEntry, Child, Situation } from '../../shared/domain/situation/situation.ts';
import { WORKDAYS } from '../../shared/domain/time/weekday.ts';
import { oneOf, seededChance, wholeBetween, type Chance } from './seeded-chance.ts';

/** Parents of one to three children in the region, with booked care; the same seed gives the same. */
export function generateSituations(region: Region, count: number, seed: number): readonly Situation[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, () => situationOf(chance, region));
}

/**
 * Parents of two children at two places, the main load of the benchmarks: the younger at a Kita with 25, 35 or 45 hours, the
 * elder at a school, half of them with the all-day school; homes, goals, travel and German of every kind.
 */
export function generateFamilies(region: Region, count: number, seed: number): readonly Situation[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (): Situation => {
    const home = houseOf(chance, region);
    const kita = entryOf('kita', 450, oneOf(chance, [750, 870, 990]), houseNear(chance, home.point));
    const hasAllDay = chance() < 0.5;
    const school = entryOf(
      hasAllDay ? 'school-allday' : 'school',
      480,
      hasAllDay ? 960 : 810,
      houseNear(chance, home.point),
    );
    return {
      ...situationOf(chance, region),
      goals: oneOf(chance, GOALS),
      home,
      children: [
        { age: { months: wholeBetween(chance, 14, 66) }, care: [kita], goesAlone: false },
        { age: { months: wholeBetween(chance, 84, 125) }, care: [school], goesAlone: chance() < 0.2 },
      ],
    };
  });
}

/**
 * Parents of one child at a Kita for good, whose home and Kita are known to the house: what the part of a match can be asked
 * for that other engines express as well, see `shared-part.ts` of the benchmarks.
 */
export function generateOnlyChildren(region: Region, count: number, seed: number): readonly Situation[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (): Situation => {
    const home = houseOf(chance, region);
    const until = oneOf(chance, [750, 870, 990, 1080]);
    const kita = entryOf('kita', oneOf(chance, [420, 450]), until, houseNear(chance, home.point));
    const child: Child = { age: { months: 12 }, care: [kita], goesAlone: false, needsCare: true };
    return { ...situationOf(chance, region), goals: oneOf(chance, GOALS), home, children: [child] };
  });
}

const GOALS = [
  ['further-training', 'vocational-degree', 'retraining'],
  ['further-training', 'vocational-degree', 'retraining'],
  ['german'],
  ['more-hours', 'return-to-work'],
  [],
] as const;

function entryOf(kind: CareEntry['kind'], from: number, to: number, place: Place): CareEntry {
  return { kind, hours: [{ days: WORKDAYS, from, to }], place, holidays: kind === 'kita' };
}

type House = Place & { readonly point: Point };

function houseOf(chance: Chance, region: Region): House {
  const [, point] = oneOf(chance, [...region.postcodes]);
  return houseNear(chance, point);
}

/** A house without an address, up to about a kilometre and a half away. */
function houseNear(chance: Chance, { lat, lon }: Point): House {
  const point = { lat: lat + (chance() - 0.5) * 0.02, lon: lon + (chance() - 0.5) * 0.03 };
  return { point, precision: 'street' };
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
