import type { TravelMeans } from '../place/travel-means.ts';

/** The way of reckoning minutes for a means: fixed part, share by which roads are longer than the straight line, speed. */
export type TravelFigures = {
  readonly baseMinutes: number;
  readonly detour: number;
  readonly kmPerHour: number;
};

/** The figures of matching.md that a region may set otherwise. Minutes, days, cents and hours as the names say. */
export type MatchingFigures = {
  readonly travel: Readonly<Record<TravelMeans, TravelFigures>>;
  readonly defaultMeans: TravelMeans;
  readonly defaultMaxTravelMinutes: number;
  /** Between two places known only by the same postcode or district. */
  readonly sameAreaMinutes: number;
  readonly handoverMinutes: number;
  readonly defaultBudgetCents: number;
  readonly defaultWindowMonths: number;
  readonly hoursToleranceHours: number;
  readonly careMinutesFromHome: number;
  readonly careWideningMinutes: number;
  readonly careCountMaxAgeDays: number;
  readonly settlingInDays: number;
  readonly settlingInLeadDays: number;
  readonly careNoticeMonths: number;
  /** The rule that asks for the notice, `§ 5 KiBiz`; '' where none is known, which is no notice to heed. */
  readonly careNoticeLaw: string;
  readonly tightSlackMinutes: number;
  readonly maxOpenHolidayDates: number;
  readonly reachNearMissMinutes: number;
  readonly factMaxAgeDays: number;
  /** Work place not known: the way there. */
  readonly workTravelMinutes: number;
};

/** The figures matching.md gives. */
export const DEFAULT_FIGURES: MatchingFigures = {
  travel: {
    walk: { baseMinutes: 0, detour: 1.3, kmPerHour: 4.5 },
    bike: { baseMinutes: 3, detour: 1.3, kmPerHour: 14 },
    transit: { baseMinutes: 12, detour: 1.3, kmPerHour: 20 },
    car: { baseMinutes: 6, detour: 1.35, kmPerHour: 28 },
  },
  defaultMeans: 'transit',
  defaultMaxTravelMinutes: 45,
  sameAreaMinutes: 10,
  handoverMinutes: 5,
  defaultBudgetCents: 15_000,
  defaultWindowMonths: 12,
  hoursToleranceHours: 3,
  careMinutesFromHome: 20,
  careWideningMinutes: 15,
  careCountMaxAgeDays: 30,
  settlingInDays: 28,
  settlingInLeadDays: 7,
  careNoticeMonths: 6,
  careNoticeLaw: '§ 5 KiBiz',
  tightSlackMinutes: 10,
  maxOpenHolidayDates: 10,
  reachNearMissMinutes: 15,
  factMaxAgeDays: 90,
  workTravelMinutes: 20,
};
