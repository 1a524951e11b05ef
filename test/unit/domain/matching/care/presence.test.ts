import { describe, expect, test } from 'vitest';
import { placeOfChild } from '../../../../../shared/domain/matching/care/presence.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import { variantsOf } from '../../../../../shared/domain/matching/variants.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Region } from '../../../../../shared/domain/place/region.ts';
import type { CareEntry, Situation } from '../../../../../shared/domain/situation/situation.ts';
import {
  care,
  child,
  course,
  dates,
  family,
  helper,
  region,
  situation,
  TODAY,
  town,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Points from south to north: home, south, north, course. */
const PLACES = town('home-south 10, home-north 10, home-course 20', 15);
const [south, north] = ['south', 'north'].map(PLACES.place);
const WHERE = region({}, PLACES);
const COURSE = course('mo 09:00-12:00', { places: [PLACES.place('course')] });

function entry(times: string, place: typeof south, own: Partial<CareEntry> = {}): CareEntry {
  return care('childminder', times, { ...(place === undefined ? {} : { place }), ...own });
}

function whereIs(
  entries: readonly CareEntry[],
  {
    offer = COURSE,
    where = WHERE,
    own = {},
  }: { offer?: Offer; where?: Region; own?: Partial<Situation> } = {},
): string | undefined {
  const one = child('3y', entries);
  const frame = frameOf(situation([one], { home: PLACES.place('home'), ...own }), where, TODAY);
  const session = variantsOf(frame, offer)[0]?.sessions[0];
  if (session === undefined) throw new Error('one session');
  return placeOfChild(frame, one, session).name;
}

describe('where a child is', () => {
  test('at the place of the entry whose hours overlap the session', () => {
    expect(whereIs([entry('mo 07:30-14:30', south)])).toBe('south');
  });

  test('at home when no entry overlaps it, or there is none', () => {
    expect(whereIs([])).toBe('home');
    expect(whereIs([entry('tu 07:30-14:30', south)])).toBe('home');
  });

  test('an entry that only touches the session does not overlap it, one minute does', () => {
    expect(whereIs([entry('mo 07:30-09:00', south)])).toBe('home');
    expect(whereIs([entry('mo 12:00-14:00', south)])).toBe('home');
    expect(whereIs([entry('mo 07:30-09:01', south)])).toBe('south');
  });

  test('the longest overlap decides, not the longest entry', () => {
    const some = [entry('mo 04:00-10:29', south), entry('mo 10:29-12:00', north)];
    expect(whereIs(some)).toBe('north');
    expect(whereIs([...some].reverse())).toBe('north');
    expect(whereIs([entry('mo 04:00-10:31', south), entry('mo 10:31-12:00', north)])).toBe('south');
  });

  test('ties: the lower latitude', () => {
    const some = [entry('mo 10:30-12:00', north), entry('mo 09:00-10:30', south)];
    expect(whereIs(some)).toBe('south');
    expect(whereIs([...some].reverse())).toBe('south');
  });

  test('ties of latitude: the lower longitude', () => {
    const at = (name: string, lon: number): CareEntry =>
      entry('mo 09:00-12:00', { name, point: { lat: 45, lon }, precision: 'street' });
    expect(whereIs([at('east', 13.5), at('west', 13.4)])).toBe('west');
    expect(whereIs([at('west', 13.4), at('east', 13.5)])).toBe('west');
  });

  test('an entry without a place is at home', () => {
    expect(whereIs([family('mo 09:00-11:00'), entry('mo 11:00-12:00', south)])).toBe('home');
    expect(whereIs([family('mo 09:00-10:00'), entry('mo 10:00-12:00', south)])).toBe('south');
  });

  test('a helper does not take the child anywhere', () => {
    expect(whereIs([entry('mo 11:30-12:00', south)], { own: { helpers: [helper('mo 09:00-11:30')] } })).toBe(
      'south',
    );
  });

  test('only entries in force on that date count', () => {
    expect(whereIs([entry('mo 07:30-14:30', south, { until: day('2025-04-06') })])).toBe('home');
    expect(whereIs([entry('mo 07:30-14:30', south, { until: day('2025-04-07') })])).toBe('south');
    expect(whereIs([entry('mo 07:30-14:30', south, { from: day('2025-04-08') })])).toBe('home');
  });

  test('on a public holiday the child is not where it is closed', () => {
    const offer = course('', {
      places: [PLACES.place('course')],
      timetable: {
        ...COURSE.timetable,
        weekly: [],
        dated: [{ date: day('2025-04-07'), from: 540, to: 720 }],
      },
    });
    const where = region({ publicHolidays: dates('2025-04-07') }, PLACES);
    expect(whereIs([entry('mo 07:30-14:30', south)], { offer })).toBe('south');
    expect(whereIs([entry('mo 07:30-14:30', south)], { offer, where })).toBe('home');
  });

  test('during a session over midnight the night before counts too', () => {
    const offer = course('tu 00:00-05:00', { places: [PLACES.place('course')] });
    expect(whereIs([entry('mo 20:00-06:00', south)], { offer })).toBe('south');
  });

  test('all hours of one entry count together', () => {
    expect(whereIs([entry('mo 09:00-10:00; mo 11:00-12:00', south), entry('mo 10:00-11:30', north)])).toBe(
      'south',
    );
  });
});
