import { describe, expect, test } from 'vitest';
import { child, course, kita, region, situation, timetable, town } from '../../../support/family-language.ts';
import { idsOf, matchAll } from '../../../support/match-all.ts';
import { day, someOffer } from '../../../support/some-offer.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';

const WHERE = town('home-kita 10, kita-course 15, home-course 20, home-near 10, home-edge 45', 20);

/** All good, at `course`, from 7 April; the id is the last resort of the order. */
function offerOf(id: string, own: Partial<Offer> = {}, times = 'mo 09:00-12:00'): Offer {
  const offer = course(times, { places: [WHERE.place('course')], ...own });
  return { ...offer, id: someOffer(`feed:${id}`).id };
}

function order(offers: readonly Offer[], who = situation([], { home: WHERE.place('home') })) {
  const forward = idsOf(matchAll(offers, who, { where: region({}, WHERE) }).matches);
  const backward = idsOf(matchAll([...offers].reverse(), who, { where: region({}, WHERE) }).matches);
  expect(backward).toEqual(forward);
  return forward;
}

const UNKNOWN = { cost: { cents: 99_000 } };
const from = (first: string) => ({
  timetable: timetable('mo 09:00-12:00', { first: day(first), last: day('2025-12-31') }),
});

describe('the order of matches', () => {
  test('is by verdict first', () => {
    const who = situation([child('40m', [kita('mo-fr 08:30-12:30')])], { home: WHERE.place('home') });
    const offers = [
      offerOf('a-no', { seats: { free: 0 } }),
      offerOf('b-ask', UNKNOWN),
      offerOf('c-nearly', {}, 'mo 09:00-12:30'),
      offerOf('d-fits'),
    ];
    expect(order(offers, who)).toEqual(['d-fits', 'c-nearly', 'b-ask', 'a-no']);
  });

  test('is then by fewer unknown', () => {
    const two = { ...UNKNOWN, needs: { ageYears: { from: 18 } } };
    const offers = [
      offerOf('a', { ...two, ...from('2025-04-07') }),
      offerOf('b', { ...UNKNOWN, ...from('2025-05-05') }),
    ];
    expect(order(offers)).toEqual(['b', 'a']);
  });

  test('is then by gap minutes in a week, not known last', () => {
    const who = situation([child('40m', [kita('mo-fr 08:30-12:30')])], { home: WHERE.place('home') });
    const unknownTimes = { timetable: timetable('', { complete: false, missing: ['session-times'] }) };
    const offers = [
      offerOf('a-unknown', { ...unknownTimes, seats: { free: 0 } }),
      offerOf('b-hour', { seats: { free: 0 }, cost: { cents: 99_000 } }, 'mo 09:00-13:00'),
      offerOf('c-half', { seats: { free: 0 }, cost: { cents: 99_000 } }, 'mo 09:00-12:30'),
    ];
    expect(order(offers, who)).toEqual(['c-half', 'b-hour', 'a-unknown']);
  });

  test('is then by first day, not known last', () => {
    const { first: _first, last: _last, ...noDate } = timetable('mo 09:00-12:00');
    const offers = [
      offerOf('a-unknown', { timetable: noDate, seats: { free: 0 } }),
      offerOf('b-later', { ...from('2025-05-05'), ...UNKNOWN, seats: { free: 0 } }),
      offerOf('c-sooner', { ...from('2025-04-28'), ...UNKNOWN, seats: { free: 0 } }),
    ];
    expect(order(offers)).toEqual(['c-sooner', 'b-later', 'a-unknown']);
  });

  test('is then by minutes of way, online as none and not known last', () => {
    const at = (name: string) => ({ places: [WHERE.place(name)] });
    const offers = [
      offerOf('a-unknown', { places: [{ precision: 'none' }] }),
      offerOf('b-far', { ...at('edge'), ...UNKNOWN }),
      offerOf('c-near', { ...at('near'), ...UNKNOWN }),
      offerOf('d-online', { places: [], online: true, ...UNKNOWN }),
    ];
    expect(order(offers)).toEqual(['d-online', 'c-near', 'b-far', 'a-unknown']);
  });

  test('is last by id, by code points', () => {
    const ids = ['a10', 'a2', 'Z', '~', '_', 'a', '1'];
    expect(order(ids.map((id) => offerOf(id)))).toEqual(['1', 'Z', '_', 'a', 'a10', 'a2', '~']);
  });

  test('counts an earlier rule before all later ones', () => {
    const near = { places: [WHERE.place('near')] };
    expect(
      order([offerOf('a', { ...from('2025-05-05'), ...near }), offerOf('b', from('2025-04-28'))]),
    ).toEqual(['b', 'a']);
  });

  test('decides which variant stands for an offer', () => {
    const places = [WHERE.place('edge'), WHERE.place('near'), WHERE.place('course')];
    const { matches } = matchAll([offerOf('a', { places })], situation([], { home: WHERE.place('home') }), {
      where: region({}, WHERE),
    });
    expect(matches[0]).toMatchObject({ variant: 1, travelMinutes: 10, others: 2 });
  });
});
