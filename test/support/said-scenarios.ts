import type { Timetable } from '../../shared/domain/time/timetable.ts';
import type { GrantedChange, Match } from '../../shared/domain/matching/match-result.ts';
import {
  carePlace,
  care,
  busy,
  child,
  course,
  judge,
  kita,
  helper,
  region,
  situation,
  timetable,
  TOWN,
} from './family-language.ts';
import { WORKDAYS } from '../../shared/domain/time/weekday.ts';
import { day } from './some-offer.ts';

const FREE = { cost: { free: true } } as const;
const kitaChild = (times: string) => child('50m', [kita(times)]);
const WEEK = 'mo-fr 09:00-12:00';
const free = (times: string, own: Parameters<typeof course>[1] = {}) => course(times, { ...FREE, ...own });
const LONG = { first: day('2025-04-07'), last: day('2025-06-29') } as const;
const job = (own: Parameters<typeof course>[1] = {}) =>
  free(WEEK, { kind: 'job', goals: ['return-to-work'], ...own });

function withoutEnd({ last: _, ...timetable }: Timetable): Timetable {
  return timetable;
}

/** Matches whose words are held, by what they show; each starts from what fits. */
export const MATCHES: Readonly<Record<string, () => Match>> = {
  'fits with care and way': () => judge(free(WEEK), situation([kitaChild('mo-fr 07:30-14:30')])),
  'fits online without care': () =>
    judge(free(WEEK, { places: [], online: true }), situation([], { formats: ['online'] })),
  'fits with rolling entry': () => judge(free(WEEK, { rolling: true }), situation()),
  'fits with a place that counts': () =>
    judge(
      free(WEEK, { timetable: timetable(WEEK, { first: day('2025-06-02'), last: day('2025-06-08') }) }),
      situation([child('50m', [])]),
      region(),
      [carePlace('care:one', 'mo-fr 07:00-15:00', TOWN.place('home'), { free: 2 })],
    ),
  'nearly, and with a place that counts': () =>
    judge(
      free(WEEK, {
        needs: { german: 'B2' },
        timetable: timetable(WEEK, { first: day('2025-06-02'), last: day('2025-06-08') }),
      }),
      situation([child('50m', [])], { german: 'B1' }),
      region(),
      [carePlace('care:one', 'mo-fr 07:00-15:00', TOWN.place('home'), { free: 2 })],
    ),
  'nearly by a longer booking, one weekday': () =>
    judge(
      free('we 11:00-14:30', { timetable: timetable('we 11:00-14:30', LONG) }),
      situation([kitaChild('mo-fr 07:30-14:30')]),
      region({ bookingPresets: [{ weeklyHours: 45, from: 450, to: 990 }] }),
    ),
  'nearly by a helper on a date': () =>
    judge(
      free('mo-we 09:00-12:00', {
        timetable: timetable('mo-we 09:00-12:00', {
          ...LONG,
          dated: [{ date: day('2025-04-11'), from: 900, to: 960 }],
        }),
      }),
      situation([kitaChild('mo-fr 07:30-14:30')]),
    ),
  'nearly by a longer way': () => judge(free(WEEK), situation([], { travel: { maxMinutes: 15 } })),
  'nearly by one level of German': () =>
    judge(free(WEEK, { needs: { german: 'B2' } }), situation([], { german: 'B1' })),
  'nearly with something unknown': () =>
    judge(free(WEEK, { needs: { german: 'B2', ageYears: { from: 18 } } }), situation([], { german: 'B1' })),
  'nearly by more hours later': () =>
    judge(
      job({ hours: { min: 15, max: 20 } }),
      situation([], { work: { hoursPerWeek: 10, wantedHoursPerWeek: 30, saturdays: false } }),
    ),
  'asks for German': () => judge(free(WEEK, { needs: { german: 'B2' } }), situation()),
  'asks for German of a language course': () =>
    judge(free(WEEK, { teaches: { german: { to: 'B2' } } }), situation()),
  'asks the provider for German usual before a degree': () =>
    judge(free(WEEK, { leadsTo: 'degree' }), situation([], { german: 'A1' })),
  'asks for the start': () =>
    judge(
      free(WEEK, {
        timetable: {
          weekly: [],
          dated: [],
          except: [],
          certainty: 'stated',
          complete: false,
          missing: ['session-times'],
        },
      }),
      situation([kitaChild('mo-fr 07:30-14:30')]),
    ),
  'asks who pays': () =>
    judge(course(WEEK, { cost: { cents: 24950 }, funding: ['bildungsgutschein', 'employer'] }), situation()),
  'asks for the age': () => judge(free(WEEK, { needs: { ageYears: { from: 18, to: 25 } } }), situation()),
  'asks for recognition': () =>
    judge(
      free(WEEK, { needs: { schooling: 'mittlere-reife', degree: 'vocational', schoolingOrDegree: true } }),
      situation([], { schooling: 'foreign', degree: 'none' }),
    ),
  'asks for care that is not stated': () => judge(free(WEEK), situation([child('50m')])),
  'asks the helper': () =>
    judge(
      free('we 09:00-12:00'),
      situation([child('50m', [])], { helpers: [helper('we 08:00-13:00', 'sometimes')] }),
    ),
  'asks for a place for a child without care': () =>
    judge(free(WEEK), situation([child('50m', [])]), region(), [
      carePlace('care:one', 'mo-fr 07:00-15:00', TOWN.place('home'), { asOf: day('2025-01-01') }),
    ]),
  'asks for working times': () =>
    judge(free(WEEK), situation([], { work: { hoursPerWeek: 20, saturdays: false } })),
  'asks for steps': () => judge(free(WEEK), situation([], { stepFree: true })),
  'asks for shifts': () =>
    judge(
      job({ timetable: { ...timetable(''), weekly: [] }, dayParts: ['shift'] }),
      situation([kitaChild('mo-fr 07:30-14:30')]),
    ),
  'asks for part time of an apprenticeship': () =>
    judge(
      free('mo-fr 08:00-16:00', { kind: 'apprenticeship', goals: ['vocational-degree'] }),
      situation([child('50m', [kita('mo-fr 07:00-13:00')])]),
    ),
  'does not fit: care ends before it begins': () =>
    judge(
      free('mo-fr 17:00-20:00'),
      situation([kitaChild('mo-fr 07:30-14:30'), child('30m', [kita('mo-fr 07:30-14:30')])]),
    ),
  'does not fit: too far': () =>
    judge(
      free(WEEK),
      situation([], { travel: { maxMinutes: 5 } }),
      region({}, { ...TOWN, zoneMatrix: () => 60 }),
    ),
  'does not fit: too easy': () =>
    judge(free(WEEK, { teaches: { german: { to: 'B1' } } }), situation([], { german: 'B2' })),
  'does not fit: started': () =>
    judge(free(WEEK, { timetable: timetable(WEEK, { first: day('2025-03-03') }) }), situation()),
  'does not fit: registration over': () => judge(free(WEEK, { registerBy: day('2025-03-20') }), situation()),
  'does not fit: later than searched': () => judge(free(WEEK), situation([], { until: day('2025-03-31') })),
  'does not fit: taken time': () => judge(free(WEEK), situation([], { busy: [busy('mo 10:00-11:00')] })),
  'does not fit: no free place': () =>
    judge(free(WEEK, { seats: { free: 0, asOf: day('2025-03-20') } }), situation()),
  'does not fit: for others': () =>
    judge(
      free(WEEK, { needs: { audiences: ['women', 'single-parents'] } }),
      situation([], { audiences: { women: false, 'single-parents': false } }),
    ),
  'does not fit: age': () =>
    judge(free(WEEK, { needs: { ageYears: { to: 25 } } }), situation([], { age: 40 })),
  'does not fit: online only': () =>
    judge(free(WEEK, { places: [], online: true }), situation([], { formats: ['on-site'] })),
  'does not fit: two things': () =>
    judge(
      free(WEEK, { seats: { free: 0 }, needs: { degree: 'academic' } }),
      situation([], { degree: 'none' }),
    ),
  'fits with all to heed': () =>
    judge(
      course(WEEK, {
        timetable: withoutEnd(timetable(WEEK, { certainty: 'read-from-text' })),
        needs: { audiences: ['migrants'] },
        freshness: { ...course(WEEK).freshness, checked: day('2024-11-01') },
      }),
      situation([child('50m', [kita('mo-fr 07:30-12:35')]), child('-2m', [])]),
    ),
  'nearly for school holidays': () =>
    judge(
      free('mo-fr 09:00-11:00', { timetable: timetable('mo-fr 09:00-11:00', LONG) }),
      situation([child('8y', [care('school', 'mo-fr 07:30-13:30', { place: TOWN.place('kita') })])]),
      region({ schoolHolidays: [{ first: day('2025-04-14'), last: day('2025-04-30') }] }),
    ),
};

/** Changes that no scenario above leads to, by what they are. */
export const CHANGES: Readonly<Record<string, GrantedChange>> = {
  'all-day school': {
    change: { kind: 'school-allday', children: [0], until: 960 },
    grantedBy: 'school',
    from: day('2025-08-01'),
  },
  'a first place': {
    change: { kind: 'new-care', children: [1], to: 35, from: 480, until: 900 },
    grantedBy: 'youth-office',
    from: day('2025-09-24'),
  },
  'care earlier': {
    change: { kind: 'care-earlier', children: [0], minutes: 30 },
    grantedBy: 'care-provider',
  },
  'edge hours on a weekday for two': {
    change: { kind: 'edge-hours', children: [0, 1], days: [2], from: 840, until: 1080 },
    grantedBy: 'family',
  },
  'edge hours after care': {
    change: { kind: 'edge-hours', children: [0], days: WORKDAYS, minutes: 90 },
    grantedBy: 'family',
  },
  'a helper on two dates': {
    change: { kind: 'helper-on-dates', children: [1], dates: [day('2025-04-07'), day('2025-05-05')] },
    grantedBy: 'family',
  },
  'a longer way': { change: { kind: 'travel', minutes: 15 }, grantedBy: 'person' },
  'a later start': { change: { kind: 'start-later', months: 3 }, grantedBy: 'person' },
  'online too': { change: { kind: 'online-too' }, grantedBy: 'person' },
  'more hours later': { change: { kind: 'more-hours-later', hours: 19.5 }, grantedBy: 'employer' },
};
