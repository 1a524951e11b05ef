import type { Audience, CareKind, DayPart, Field, Goal } from '../../../shared/domain/offer/terms.ts';
import type { Precision } from '../../../shared/domain/place/place.ts';
import { WORKDAYS, type Weekday } from '../../../shared/domain/time/weekday.ts';
import type { Repetition } from './repetition.ts';
import type { Quantiles, Weighted } from './weighted.ts';

// Sources, as named below. "VHS": the 1,156 courses of shared/region/berlin/feeds/kurse.json.gz, counted after import on
// 2026-11-22. "BA Dortmund": 2,846 training offers within 5 km on 28 July 2026, and 200 offers with 738 dates looked at
// closely, both counted by alexhahn196/Business-. "SH": the register of Schleswig-Holstein (1,870 Kitas, 1,433
// childminders) and its 69 of Flensburg. "Kita Berlin": the city's list of 2,552 Kitas. "Assumed": nobody has counted it.

/** Shares of training offers. */
export const SHARES = {
  /** Part time: 1,206 of 2,846. BA Dortmund. */
  partTime: 0.42,
  /** Neither begin nor end: 40.1 % of 738 dates. BA Dortmund. */
  withoutDates: 0.4,
  /** Times stated as data, read from text (and 0.2 not known): what a city's feeds may reach together. Assumed. */
  timesStated: 0.6,
  timesFromText: 0.2,
  /** Of those with dates and times, session by session; the others are weekly. VHS all, BA Dortmund none: assumed half. */
  dated: 0.5,
  /** Of those without dates, entry at any time. Assumed. */
  rolling: 0.3,
  /** Of weekly ones with a first day, no last day known. Assumed. */
  endNotKnown: 0.1,
  /** Online marker: 10.2 %. VHS. */
  online: 0.1,
  /** On site and online as one wishes. Assumed. */
  eitherMode: 0.03,
  /** Sessions at two places, 1.5 %, and sessions partly online, 0.5 %. VHS. */
  sessionsAtTwoPlaces: 0.015,
  sessionsPartlyOnline: 0.005,
  /** The same course at two places to choose from. VHS: 0.6 %. */
  placesToChoose: 0.006,
  /** A known part lacks its times: 0.3 % in VHS; of degrees, with practical parts, more. Assumed. */
  incomplete: 0.03,
  /** Childcare of the course: none of 1,681 in VHS, 124 of 862 in New Jersey. Between them, assumed. */
  ownChildcare: 0.05,
  /** A date of a course that has several; such a course has 3.7 dates (738 of 200). BA Dortmund; the share is assumed. */
  oneOfSeveralDates: 0.4,
  /** The same thing told by another feed. Assumed. */
  duplicates: 0.01,
  /** Two jobs in ten state weekly times, one in ten nothing, the rest parts of the day only, as the BA job feed does. Assumed. */
  jobsWithTimes: 0.2,
  jobsWithoutTimes: 0.1,
  /** Hours not stated: 531 of 2,552. Kita Berlin. */
  careHoursUnknown: 0.21,
  /** Another end on Fridays: 235 of 2,552. Kita Berlin. */
  careFridayDiffers: 0.09,
  /** Free places stated. 24 of 2,552 in Kita Berlin; a city that matches will ask for them: assumed half. */
  careFreeStated: 0.5,
} as const;

/** Dates of a course that has several. BA Dortmund: 738 of 200. */
export const DATES_OF_A_COURSE = 3.7;

/** Kinds of what is not childcare. Assumed. */
export const KINDS: Weighted<'course' | 'apprenticeship' | 'job' | 'advice'> = [
  [0.62, 'course'],
  [0.08, 'apprenticeship'],
  [0.28, 'job'],
  [0.02, 'advice'],
];

/**
 * Goals of courses. Assumed for a catalogue made for work; in VHS 76.6 % serve no goal, 12.8 % further training and 10.5 %
 * German, which would only spare the matcher work.
 */
export const GOALS_OF_COURSES: Weighted<readonly Goal[]> = [
  [0.15, []],
  [0.15, ['german']],
  [0.32, ['further-training']],
  [0.08, ['further-training', 'return-to-work']],
  [0.1, ['retraining']],
  [0.08, ['vocational-degree']],
  [0.05, ['school-certificate']],
  [0.07, ['orientation']],
];

/** Fields of courses: stated by 8 % in VHS, by nearly all in the lists of the BA. Assumed. */
export const FIELDS_OF_OFFERS: Weighted<readonly Field[]> = [
  [0.4, []],
  [0.12, ['office']],
  [0.11, ['health']],
  [0.08, ['education']],
  [0.08, ['it']],
  [0.06, ['trade']],
  [0.05, ['craft-technology']],
  [0.03, ['hospitality']],
  [0.03, ['logistics']],
  [0.02, ['other']],
  [0.02, ['office', 'it']],
];

/** How well places of courses are known. VHS: street 87 %, none 11.6 %, the rest postcode or city; districts assumed. */
export const PRECISIONS: Weighted<Precision> = [
  [0.87, 'street'],
  [0.02, 'postcode'],
  [0.01, 'district'],
  [0.01, 'city'],
  [0.09, 'none'],
];

/** Whom courses are meant for. VHS, after import. */
export const AUDIENCES_OF_COURSES: Weighted<readonly Audience[] | undefined> = [
  [0.828, undefined],
  [0.099, ['migrants']],
  [0.029, ['women']],
  [0.018, ['older']],
  [0.01, ['literacy-learners']],
  [0.009, ['youth']],
  [0.005, ['people-with-disabilities']],
  [0.002, ['children']],
];

/** Free seats, `undefined` = not stated. VHS: none left 9.7 %, one to four 34.9 %, more 52.5 %; not stated by half, assumed. */
export const FREE_SEATS: Weighted<number | undefined> = [
  [0.5, undefined],
  [0.05, 0],
  [0.06, 1],
  [0.06, 3],
  [0.06, 4],
  [0.1, 6],
  [0.1, 9],
  [0.07, 14],
];

/** Cost in cents. VHS: up to 50 euro 29 %, to 100 49 %, to 150 9 %, to 300 11 %; not stated by a third, assumed. */
export const COST_CENTS: Weighted<number | undefined> = [
  [0.33, undefined],
  [0.12, 0],
  [0.14, 3_900],
  [0.22, 7_800],
  [0.06, 12_600],
  [0.07, 22_900],
  [0.06, 480_000],
];

/** Step-free: yes 45.2 %, no 43.7 %. VHS. */
export const STEP_FREE: Weighted<boolean | undefined> = [
  [0.452, true],
  [0.437, false],
  [0.111, undefined],
];

/** Days from today to the first session. VHS; what has begun already: 4.5 % of 738 dates. BA Dortmund. */
export const DAYS_TO_START: Quantiles = [
  [0, -40],
  [0.045, 0],
  [0.1, 9],
  [0.25, 35],
  [0.5, 46],
  [0.75, 60],
  [0.9, 93],
  [0.95, 110],
  [1, 217],
];

/** Number of sessions. VHS. */
export const SESSION_COUNT: Quantiles = [
  [0, 1],
  [0.1, 1],
  [0.25, 2],
  [0.5, 6],
  [0.75, 10],
  [0.9, 13],
  [0.95, 20],
  [1, 30],
];

/** Weeks of full-time training: a week of Bildungsurlaub up to two years of retraining. Assumed. */
export const WEEKS_FULL_TIME: Quantiles = [
  [0, 1],
  [0.3, 2],
  [0.6, 12],
  [0.85, 26],
  [0.95, 52],
  [1, 104],
];

/** Weekdays of part-time courses. VHS, the sets with at least 0.7 %. */
export const DAYS_PART_TIME: Weighted<readonly Weekday[]> = [
  [12.4, [5, 6]],
  [12.3, [2]],
  [12.2, [1]],
  [11.2, [0]],
  [10.4, WORKDAYS],
  [9.2, [3]],
  [6, [4]],
  [5.4, [5]],
  [2.9, [6]],
  [2.8, [4, 5, 6]],
  [2.2, [0, 1, 2, 3]],
  [2.1, [0, 1, 2]],
  [1.3, [3, 4]],
  [1, [0, 1, 3, 4]],
  [0.8, [1, 2, 3, 4]],
  [0.8, [1, 3]],
  [0.7, [0, 2]],
];

/** First minute of the day of part-time sessions. VHS, the starts with at least 1.5 %. */
export const START_PART_TIME: Weighted<number> = [
  [16.3, 600],
  [15.7, 1080],
  [8.9, 540],
  [5.8, 570],
  [4.1, 660],
  [3.4, 1050],
  [3, 510],
  [3, 1185],
  [2.9, 1095],
  [2.7, 1110],
  [2.6, 1020],
  [2.4, 780],
  [1.9, 840],
  [1.7, 990],
  [1.6, 615],
  [1.5, 960],
];

/** Minutes of part-time sessions. VHS, the lengths with at least 2.3 %, but for those of whole days. */
export const LENGTH_PART_TIME: Weighted<number> = [
  [27.3, 90],
  [9.2, 180],
  [8.8, 195],
  [6.4, 60],
  [3.6, 245],
  [3.4, 240],
  [3.3, 150],
  [2.8, 135],
  [2.6, 300],
  [2.3, 75],
];

/** Different timetables among n courses: 72 of 72, 280 of 289, 997 of 1,156. VHS. */
export const TIMETABLE_REPETITION: Repetition = { factor: 1.58, exponent: 0.914 };

/** Different places of teaching among n courses: 24 of 72, 57 of 289, 97 of 1,156. VHS. */
export const VENUE_REPETITION: Repetition = { factor: 2.83, exponent: 0.5 };

/** Different providers among n offers: 252 among 738, the ten greatest with 32 %. BA Dortmund; the slope is assumed. */
export const PROVIDER_REPETITION: Repetition = { factor: 2.5, exponent: 0.7 };

/** What a job says where it gives no times; shift and full time too. Assumed, the parts are those of the BA job feed. */
export const PARTS_OF_JOBS: Weighted<readonly DayPart[]> = [
  [0.2, ['morning']],
  [0.08, ['afternoon']],
  [0.12, ['morning', 'afternoon']],
  [0.05, ['evening']],
  [0.2, ['flexible']],
  [0.15, ['shift']],
  [0.2, ['full-time']],
];

/** Kinds of care: 1,870 Kitas beside 1,433 childminders (SH), 93 all-day schools beside some 330 Kitas in Dortmund; others assumed. */
export const CARE_KINDS_OFFERED: Weighted<CareKind> = [
  [0.49, 'kita'],
  [0.37, 'childminder'],
  [0.12, 'school-allday'],
  [0.02, 'other'],
];

/** Ages in months. SH, Flensburg: the ranges that at least three state. */
export const AGES_OF_KITAS: Weighted<readonly [from: number, to: number]> = [
  [12, [12, 83]],
  [10, [36, 72]],
  [7, [36, 83]],
  [5, [6, 83]],
  [4, [11, 83]],
  [3, [34, 83]],
];

/** Opening and closing, minutes of the day. SH, Flensburg: all that more than one states, and the late ones of SH (10 of 1,870). */
export const HOURS_OF_KITAS: Weighted<readonly [from: number, to: number]> = [
  [19, [420, 960]],
  [10, [450, 930]],
  [6, [420, 930]],
  [5, [435, 915]],
  [4, [450, 960]],
  [3, [420, 1020]],
  [2, [450, 870]],
  [2, [450, 840]],
  [2, [390, 1020]],
  [2, [480, 960]],
  [1, [435, 975]],
  [0.4, [345, 1260]],
];

/** Booking classes on offer. Assumed. */
export const BOOKED_HOURS: Weighted<readonly (25 | 35 | 45)[]> = [
  [0.7, [25, 35, 45]],
  [0.15, [25, 35]],
  [0.15, [35, 45]],
];
