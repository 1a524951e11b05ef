import { expect, test } from 'vitest';
import type { Offer } from '../../../../../../shared/domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../../../../../shared/domain/offer/timetable-json.ts';
import type { Situation } from '../../../../../../shared/domain/situation/situation.ts';
import { addDays } from '../../../../../../shared/domain/time/local-date.ts';
import {
  asked,
  care,
  carePlace,
  child,
  course,
  kita,
  region,
  situation,
  TODAY,
  town,
} from '../../../../../support/family-language.ts';
import { ranked } from '../../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { day, someOffer } from '../../../../../support/some-offer.ts';

const TOWN = town('home-kita 5, home-job 10, home-mini 10, kita-job 5, kita-mini 5, job-mini 10');
const AGE = 40;

// The younger needs a place after the Kita, the elder a helper after school: a change opens a job only beside a place that counts.
const children = [
  child(`${String(AGE)}m`, [kita('mo-fr 06:30-12:00', { place: TOWN.place('kita') })]),
  child('9y', [care('school', 'mo-fr 06:30-12:00')]),
];

function job(id: string, firstIn?: number): Offer {
  return course('', {
    id: someOffer(id).id,
    kind: 'job',
    goals: ['more-hours'],
    places: [TOWN.place('job')],
    timetable: { ...UNKNOWN_TIMETABLE, ...(firstIn !== undefined && { first: addDays(TODAY, firstIn) }) },
    rolling: firstIn === undefined,
    dayParts: ['morning'],
    hours: { min: 25, max: 30 },
  });
}

/** How many offers a helper for the elder opens, at most; `toMonths`: up to which age a place takes children. */
function mostOpened(jobs: readonly Offer[], toMonths: number, own: Partial<Situation> = {}): number {
  const ages = { fromMonths: 0, toMonths };
  const place = carePlace('feed:place', 'mo-fr 06:00-19:00', TOWN.place('mini'), { fetches: true, ages });
  const who = situation(children, { home: TOWN.place('home'), ...own });
  const input = asked(who, [...jobs, place], region({}, TOWN), true);
  expectSameAnswer(input);
  const ofElder = (ranked(input).rest.levers ?? []).filter(
    ({ change: { change } }) => change.kind === 'edge-hours' && change.children.join() === '1',
  );
  return Math.max(0, ...ofElder.map(({ opens }) => opens));
}

test('it hangs on the first day of each job whether time is left to settle in', () => {
  const [soon, later] = [job('feed:1', 10), job('feed:2', 60)];
  expect(mostOpened([soon], AGE + 12)).toBe(0);
  expect(mostOpened([soon, later], AGE + 12)).toBe(1);
});

test('it hangs on the first day of each job how old a child is', () => {
  const [muchLater, later] = [job('feed:1', 120), job('feed:2', 60)];
  expect(mostOpened([muchLater], AGE + 2)).toBe(0);
  expect(mostOpened([muchLater, later], AGE + 2)).toBe(1);
});

test('without a first day the earliest workday tells the age', () => {
  // The fourth month is full on the Thursday of the plain week.
  const from = day('2025-07-19');
  expect(mostOpened([job('feed:job')], AGE + 3, { from })).toBe(1);
  expect(mostOpened([job('feed:job')], AGE + 2, { from })).toBe(0);
});
