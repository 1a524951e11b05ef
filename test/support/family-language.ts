import { DEFAULT_FIGURES } from '../../shared/domain/matching/figures.ts';
import { explainOffer } from '../../shared/domain/matching/match-offers.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { CriterionId, CriterionResult, Gap, Match } from '../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { CareKind } from '../../shared/domain/offer/terms.ts';
import type { Place } from '../../shared/domain/place/place.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import type { Busy, CareEntry, Child, Helper, Situation } from '../../shared/domain/situation/situation.ts';
import { formatClockTime, parseClockTime } from '../../shared/domain/time/clock-time.ts';
import { endAfterStart, type Slot } from '../../shared/domain/time/slot.ts';
import type { DatedSession, Timetable } from '../../shared/domain/time/timetable.ts';
import { WEEKDAY_NAMES, WEEKDAYS, type Weekday } from '../../shared/domain/time/weekday.ts';
import { expectSameMatch } from './ranking-against-reference.ts';
import { day, someOffer } from './some-offer.ts';
import { SOME_REGION } from './some-region.ts';

/** Monday, 24 March 2025: the date of every scenario that names no other. */
export const TODAY = day('2025-03-24');

/** `09:00-12:00`; an end before the begin is on the next day. */
function fromTo(text: string): { from: number; to: number } {
  const [from, end] = text.split('-').map(parseClockTime);
  const to = from === undefined || end === undefined ? undefined : endAfterStart(from, end);
  if (from === undefined || to === undefined) throw new Error(`no hours: ${text}`);
  return { from, to };
}

function weekdays(text: string): readonly Weekday[] {
  const named = (name: string | undefined): number => {
    const index = WEEKDAY_NAMES.findIndex((each) => each === name);
    if (index < 0) throw new Error(`no weekday: ${text}`);
    return index;
  };
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(named);
    return WEEKDAYS.filter((each) => each >= (first ?? 0) && each <= (last ?? 0));
  });
}

/** `mo-fr 07:30-14:30; sa 09:00-12:00` as slots; an end before the begin is on the next day. */
export function hours(text: string): readonly Slot[] {
  if (text === '') return [];
  return text.split(';').map((part) => {
    const [days = '', times = ''] = part.trim().split(' ');
    return { days: weekdays(days), ...fromTo(times) };
  });
}

/** `2025-04-07 09:00-12:00; …` as dated sessions. */
export function dated(text: string): readonly DatedSession[] {
  return text.split(';').map((part) => {
    const [date = '', times = ''] = part.trim().split(' ');
    return { date: day(date), ...fromTo(times) };
  });
}

/** Places and the minutes between them, by every means. Of points only the order is told: south to north as first named. */
export type Town = {
  readonly place: (name: string) => Place;
  readonly zoneMatrix: NonNullable<Region['zoneMatrix']>;
};

/**
 * A town in which ways are what the text says: `home-kita 10, kita-course 15`, one direction only with `home>kita 10`.
 * Pairs not named take `otherwise` minutes. Points lie 100 km apart, so that walking is never shorter.
 */
export function town(ways: string, otherwise?: number): Town {
  const places = new Map<string, Place>();
  const minutes = new Map<string, number>();
  for (const way of ways.split(',')) {
    const [, from = '', arrow, to = '', text] = /^\s*(\w+)(-|>)(\w+) (\d+)\s*$/.exec(way) ?? [];
    if (text === undefined) throw new Error(`no way: ${way}`);
    for (const name of [from, to]) {
      const point = { lat: 40 + places.size, lon: 10 };
      if (!places.has(name)) places.set(name, { name, district: name, point, precision: 'street' });
    }
    minutes.set(`${from} ${to}`, Number(text));
    if (arrow === '-') minutes.set(`${to} ${from}`, Number(text));
  }
  return {
    place: (name) => {
      const found = places.get(name);
      if (found === undefined) throw new Error(`no place: ${name}`);
      return found;
    },
    zoneMatrix: (_by, from, to) => {
      const found = minutes.get(`${from} ${to}`) ?? otherwise;
      if (found === undefined) throw new Error(`no way from ${from} to ${to}`);
      return found;
    },
  };
}

/** Home, Kita and course in a triangle: 10 minutes to the Kita, 15 from there to the course, 20 straight home. */
export const TOWN = town('home-kita 10, kita-course 15, home-course 20');

/** The small Berlin without holidays, with the ways of a town; `own` overrides. */
export function region(own: Partial<Region> = {}, where: Town = TOWN): Region {
  return { ...SOME_REGION.region, zoneMatrix: where.zoneMatrix, figures: DEFAULT_FIGURES, ...own };
}

/** The small Berlin in which ways follow from points and means alone. */
export function regionByPoints(own: Partial<Region> = {}): Region {
  return { ...SOME_REGION.region, ...own };
}

/** Dates as a set: `2025-05-01 2025-05-29`. */
export function dates(text: string): ReadonlySet<ReturnType<typeof day>> {
  return new Set(text.split(' ').map(day));
}

/** A person at `home` of the usual town who has answered nothing but where she lives and what children she has. */
export function situation(children: readonly Child[] = [], own: Partial<Situation> = {}): Situation {
  return {
    goals: [],
    fields: [],
    home: TOWN.place('home'),
    travel: {},
    children,
    helpers: [],
    audiences: {},
    support: [],
    formats: [],
    stepFree: false,
    ...own,
  };
}

/** A child of `4y` (any month of that year), `50m`, `-2m` (not born yet) or `''` (not stated). Care: absent = not stated, `[]` = none. */
export function child(age: string, care?: readonly CareEntry[], own: Partial<Child> = {}): Child {
  const number = Number(age.slice(0, -1));
  return {
    ...(age === '' ? {} : { age: age.endsWith('y') ? { years: number } : { months: number } }),
    ...(care === undefined ? {} : { care }),
    goesAlone: false,
    ...own,
  };
}

/** An entry of care at home unless `own.place` says otherwise. */
export function care(kind: CareKind, times: string, own: Partial<CareEntry> = {}): CareEntry {
  return { kind, hours: hours(times), holidays: false, ...own };
}

/** A Kita at `kita` of the usual town. */
export function kita(times: string, own: Partial<CareEntry> = {}): CareEntry {
  return care('kita', times, { place: TOWN.place('kita'), ...own });
}

/** Somebody of the family at home. */
export function family(times: string, own: Partial<CareEntry> = {}): CareEntry {
  return care('family', times, own);
}

/** A helper at home for one slot, every week unless said otherwise. */
export function helper(times: string, every: Helper['every'] = 'week', children?: readonly number[]): Helper {
  return { hours: oneSlot(times), every, ...(children === undefined ? {} : { children }) };
}

/** Time that is taken. */
export function busy(times: string, why: Busy['why'] = 'other', varies = false): Busy {
  return { hours: oneSlot(times), why, varies };
}

function oneSlot(times: string): Slot {
  const [slot, ...more] = hours(times);
  if (slot === undefined || more.length > 0) throw new Error(`not one slot: ${times}`);
  return slot;
}

/** A timetable of the week from Monday, 7 April 2025, stated and complete; `''` has no weekly slots. */
export function timetable(times: string, own: Partial<Timetable> = {}): Timetable {
  return {
    weekly: hours(times),
    dated: [],
    first: day('2025-04-07'),
    last: day('2025-04-13'),
    except: [],
    certainty: 'stated',
    complete: true,
    missing: [],
    ...own,
  };
}

/** A course at `course` of the usual town in the week from 7 April 2025, with nothing that asks for more than care. */
export function course(times: string, own: Partial<Offer> = {}): Offer {
  return someOffer('feed:course', {
    goals: ['further-training'],
    places: [TOWN.place('course')],
    timetable: timetable(times),
    freshness: { ...someOffer('feed:any').freshness, checked: TODAY },
    ...own,
  });
}

/** A childcare place with these openings, counted today, for children of 0 to 6 years. */
export function carePlace(id: string, openings: string, at: Place, own: Partial<Offer['care']> = {}): Offer {
  return someOffer(id, {
    kind: 'childcare',
    goals: ['childcare'],
    places: [at],
    timetable: { ...timetable(''), first: TODAY },
    care: {
      kind: 'kita',
      ages: { fromMonths: 0, toMonths: 83 },
      openings: hours(openings),
      bookedHours: [],
      free: 5,
      asOf: TODAY,
      fetches: false,
      ...own,
    },
    freshness: { ...someOffer('feed:any').freshness, checked: TODAY },
  });
}

/** What is asked of a matcher today. */
export function asked(
  who: Situation,
  offers: readonly Offer[],
  where: Region = region(),
  levers = false,
): MatchingInput {
  return { situation: who, offers, region: where, today: TODAY, levers };
}

/** The match of one offer, with whatever other offers (childcare places) there are; the ranking makes out the same. */
export function judge(
  offer: Offer,
  who: Situation,
  where: Region = region(),
  others: readonly Offer[] = [],
  today = TODAY,
): Match {
  const input = { situation: who, offers: [offer, ...others], region: where, today, levers: false };
  const match = explainOffer(input, offer.id);
  if (match === undefined) throw new Error('the offer is among the offers');
  expectSameMatch(input, match);
  return match;
}

/** One criterion of a match. */
export function criterion(match: Match, id: CriterionId): CriterionResult {
  const found = match.criteria.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

/** Gaps like a timetable: `child 0 mo 08:30-09:00 x1`, in the order reported. */
export function gapLines(gaps: readonly Gap[]): readonly string[] {
  return gaps.map(
    (gap) =>
      `child ${String(gap.child)} ${WEEKDAY_NAMES[gap.day]} ${formatClockTime(gap.from)}-${formatClockTime(gap.to)} x${String(gap.dates)}`,
  );
}
