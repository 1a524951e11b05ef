import type { OfferAnswer } from '../../contract/offer-answer.ts';
import { parseLocalDate } from '../../domain/time/local-date.ts';
import { weekdayFromName, weekdayName, weekdayOf } from '../../domain/time/weekday.ts';
import type { HsdsSchedule } from './hsds-service.ts';

/** A schedule and where it holds: at a place by its index, online, or wherever the offer is. */
export type PlacedSchedule = {
  readonly place?: number;
  readonly online: boolean;
  readonly schedule: HsdsSchedule;
};

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * Opening hours and weekly slots as weekly rules, single sessions as rules that hold once. Left-out days have no field in
 * HSDS and stand in the description, for people; `idOf` makes UUIDs.
 */
export function schedulesOf(offer: OfferAnswer, idOf: (name: string) => string): readonly PlacedSchedule[] {
  const { weekly, dated, first, last, except, text } = offer.timetable;
  const left = except.length === 0 ? [] : [`Nicht am ${except.join(', ')}.`];
  const words = [...(text === undefined ? [] : [text]), ...left].join(' ');
  const described = words === '' ? {} : { description: words };
  const openings = (offer.care?.openings ?? []).map((slot, index) => ({
    online: false,
    schedule: { ...weeklyRule(slot), ...described, id: idOf(`opening ${String(index)}`) },
  }));
  const slots = weekly.map((slot, index) => ({
    ...whereOf(slot),
    schedule: {
      ...weeklyRule(slot),
      ...(first !== undefined && { dtstart: first }),
      ...(last !== undefined && { until: last }),
      ...described,
      id: idOf(`slot ${String(index)}`),
    },
  }));
  const sessions = dated.map(({ date, from, to, ...where }, index) => ({
    ...whereOf(where),
    schedule: {
      ...weeklyRule({ days: [dayOf(date)], from, to }),
      dtstart: date,
      count: 1,
      ...described,
      id: idOf(`session ${String(index)}`),
    },
  }));
  return [...openings, ...slots, ...sessions];
}

type Slot = OfferAnswer['timetable']['weekly'][number];

function weeklyRule({ days, from, to }: Pick<Slot, 'days' | 'from' | 'to'>): Omit<HsdsSchedule, 'id'> {
  const byday = days.map((day) => CODES[weekdayFromName(day)]).join(',');
  return { freq: 'WEEKLY', interval: 1, byday, opens_at: from, closes_at: to };
}

function whereOf({ place, online }: Pick<Slot, 'place' | 'online'>): Omit<PlacedSchedule, 'schedule'> {
  return { ...(place !== undefined && { place }), online: online ?? false };
}

function dayOf(date: string): Slot['days'][number] {
  const parsed = parseLocalDate(date);
  if (parsed === undefined) throw new RangeError('a date of the contract is YYYY-MM-DD');
  return weekdayName(weekdayOf(parsed));
}
