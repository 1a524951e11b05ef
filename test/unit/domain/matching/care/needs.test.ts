import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Child } from '../../../../../shared/domain/situation/situation.ts';
import {
  child,
  course,
  family,
  kita,
  region,
  situation,
  TOWN,
  town,
} from '../../../../support/family-language.ts';
import { needLines } from '../../../../support/need-lines.ts';

/** 10 minutes from home to the Kita, 15 from there to the course, 20 straight home. */
const MORNING = course('mo 09:00-12:00');
const AT_KITA = child('4y', [kita('mo-fr 07:30-14:30')]);
const AT_HOME = child('4y', [family('mo-fr 07:30-14:30')]);
const ONLINE = course('mo 09:00-12:00', { places: [], online: true });

function needs(
  children: readonly Child[],
  offer: Offer = MORNING,
  where = TOWN,
): readonly string[] | undefined {
  return needLines(situation(children, { home: where.place('home') }), offer, region({}, where));
}

describe('one place for all children', () => {
  test('the need begins a way and a handover before the session and ends as much after it', () => {
    expect(needs([AT_KITA])).toEqual(['0 08:40-12:20']);
  });

  test('home is a place like others', () => {
    expect(needs([AT_HOME])).toEqual(['0 08:35-12:25']);
    expect(needs([child('4y', [])])).toEqual(['0 08:35-12:25']);
    expect(needs([child('4y')])).toEqual(['0 08:35-12:25']);
  });

  test('there and back each have their own way', () => {
    const where = town('home-kita 10, kita>course 15, course>kita 30, home-course 20');
    expect(needs([AT_KITA], MORNING, where)).toEqual(['0 08:40-12:35']);
  });

  test('the way home does not count', () => {
    const where = town('home-kita 90, kita-course 15, home-course 95');
    expect(needs([AT_KITA], MORNING, where)).toEqual(['0 08:40-12:20']);
  });

  test('children at the same place are handed over together', () => {
    expect(needs([AT_KITA, AT_KITA])).toEqual(['0 08:40-12:20', '1 08:40-12:20']);
    expect(needs([AT_HOME, AT_HOME])).toEqual(['0 08:35-12:25', '1 08:35-12:25']);
  });

  test('where the child is where the session is, the need is the session', () => {
    expect(needs([AT_KITA], course('mo 09:00-12:00', { places: [TOWN.place('kita')] }))).toEqual([
      '0 09:00-12:00',
    ]);
  });

  test('also when it is the same house by its address', () => {
    const where = town('home-12045 10');
    const kitaHouse = { ...where.place('12045'), street: 'Hauptstr. 5', postcode: '12045' };
    const hall = { ...kitaHouse, point: { lat: 60, lon: 10 } };
    const one = child('4y', [kita('mo-fr 07:30-14:30', { place: kitaHouse })]);
    expect(needs([one], course('mo 09:00-12:00', { places: [hall] }), where)).toEqual(['0 09:00-12:00']);
  });

  test('a need is rounded outward once, at its end', () => {
    expect(needs([AT_KITA], course('mo 09:02-11:58'))).toEqual(['0 08:40-12:20']);
    expect(needs([AT_KITA], course('mo 09:05-11:55'))).toEqual(['0 08:45-12:15']);
    expect(needs([AT_KITA], course('mo 09:04-11:56'))).toEqual(['0 08:40-12:20']);
  });

  test('children that need no care have none', () => {
    expect(needs([child('12y', []), child('-9m', [])])).toEqual([]);
    expect(needs([child('12y', []), AT_KITA])).toEqual(['1 08:40-12:20']);
  });
});

describe('an online session takes place at home', () => {
  test('a child at home: the need is the session', () => {
    expect(needs([AT_HOME], ONLINE)).toEqual(['0 09:00-12:00']);
  });

  test('a child elsewhere: the way from there home', () => {
    expect(needs([AT_KITA], ONLINE)).toEqual(['0 08:45-12:15']);
  });
});

describe('what is not known', () => {
  const nowhere = { precision: 'city' } as const;

  test('the place of the session', () => {
    expect(needs([AT_KITA], course('mo 09:00-12:00', { places: [nowhere] }))).toBeUndefined();
  });

  test('the place of the child', () => {
    expect(needs([child('4y', [kita('mo-fr 07:30-14:30', { place: nowhere })])])).toBeUndefined();
  });

  test('matters only if a child needs care', () => {
    expect(needs([child('12y', [])], course('mo 09:00-12:00', { places: [nowhere] }))).toEqual([]);
  });
});

describe('a child that goes alone', () => {
  const alone = child('8y', [family('mo-fr 07:30-14:30')], { goesAlone: true });
  const aloneFromKita = child('8y', [kita('mo-fr 07:30-14:30')], { goesAlone: true });

  test('needs care from the departure from home to the return home, without a handover', () => {
    expect(needs([alone])).toEqual(['0 08:40-12:20']);
  });

  test('wherever it is, without a stop of its own', () => {
    expect(needs([aloneFromKita])).toEqual(['0 08:40-12:20']);
    expect(needs([aloneFromKita, AT_HOME])).toEqual(['0 08:40-12:20', '1 08:35-12:25']);
  });

  test('on the tour that brings the others', () => {
    expect(needs([alone, AT_KITA])).toEqual(['0 08:30-12:30', '1 08:40-12:20']);
  });

  test('leaves the parent after she handed over who stays at home', () => {
    expect(needs([alone, AT_HOME, AT_KITA])).toEqual(['0 08:30-12:30', '1 08:25-12:35', '2 08:40-12:20']);
  });

  test('needs the session alone while the parent learns at home', () => {
    expect(needs([alone], ONLINE)).toEqual(['0 09:00-12:00']);
  });
});
