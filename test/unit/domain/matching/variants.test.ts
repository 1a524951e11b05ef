import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../../shared/domain/matching/frame.ts';
import { variantsOf, type Variant } from '../../../../shared/domain/matching/variants.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import type { DatedSession } from '../../../../shared/domain/time/timetable.ts';
import {
  child,
  course,
  criterion,
  dated,
  judge,
  kita,
  region,
  situation,
  timetable,
  TODAY,
  town,
} from '../../../support/family-language.ts';

/** Near, middle and far from home; the far place is beyond 45 minutes. */
const PLACES = town('home-near 20, home-middle 45, home-far 50, home-veryfar 65', 90);
const [near, middle, far, veryFar] = ['near', 'middle', 'far', 'veryfar'].map(PLACES.place);
const WHERE = region({}, PLACES);
const WHO = situation([], { home: PLACES.place('home') });

function session(own: Partial<DatedSession>, date = '2025-04-07'): DatedSession {
  const [one] = dated(`${date} 09:00-12:00`);
  if (one === undefined) throw new Error('one session');
  return { ...one, ...own };
}

function at(places: readonly (typeof near)[], own: Partial<Offer> = {}): Offer {
  return course('mo 09:00-12:00', { places: places.flatMap((each) => each ?? []), ...own });
}

function variants(offer: Offer): readonly Variant[] {
  return variantsOf(frameOf(WHO, WHERE, TODAY), offer);
}

describe('several places, or on site and online, are variants', () => {
  test('one for each place and one online, each with all sessions', () => {
    const found = variants(at([near, far], { online: true }));
    expect(found.map(({ id }) => id)).toEqual([0, 1, 'online']);
    expect(found.map(({ sessions }) => sessions.length)).toEqual([1, 1, 1]);
  });

  test('an offer online only has the online one', () => {
    expect(variants(at([], { online: true })).map(({ id }) => id)).toEqual(['online']);
  });

  test('an offer without any place is one variant', () => {
    expect(variants(at([])).map(({ id, modes }) => ({ id, modes }))).toEqual([{ id: 0, modes: ['on-site'] }]);
  });

  test('an offer without any place is somewhere unknown', () => {
    const match = judge(at([]), WHO, WHERE);
    expect(criterion(match, 'reach').result).toBe('unknown');
    expect(match).toMatchObject({ verdict: 'ask', travelMinutes: null });
  });

  test('the best by verdict stands for the offer', () => {
    expect(judge(at([far, middle]), WHO, WHERE)).toMatchObject({ variant: 1, verdict: 'fits', others: 1 });
    expect(judge(at([veryFar, far]), WHO, WHERE)).toMatchObject({ variant: 1, verdict: 'nearly' });
  });

  test('then by the order of matches: fewer minutes on the way', () => {
    expect(judge(at([middle, near]), WHO, WHERE)).toMatchObject({ variant: 1, travelMinutes: 20 });
    expect(judge(at([near, middle]), WHO, WHERE)).toMatchObject({ variant: 0, travelMinutes: 20 });
  });

  test('then by the order of matches: a smaller gap comes before a shorter way', () => {
    const where = town('home-kita 10, kita-here 30, kita-there 10, home-here 15, home-there 20');
    const who = situation([child('4y', [kita('mo-fr 08:35-15:00', { place: where.place('kita') })])], {
      home: where.place('home'),
    });
    const offer = course('mo 09:00-12:00', { places: [where.place('here'), where.place('there')] });
    expect(judge(offer, who, region({}, where))).toMatchObject({
      variant: 1,
      verdict: 'fits',
      travelMinutes: 20,
    });
  });

  test('online takes no way and stands before a place that does', () => {
    const match = judge(at([near], { online: true }), WHO, WHERE);
    expect(match).toMatchObject({ variant: 'online', verdict: 'fits', travelMinutes: 0 });
    expect(criterion(match, 'reach').result).toBe('not-applicable');
  });

  test('each variant is checked by itself: what one lacks another does not make up', () => {
    const places = [near, { precision: 'none' }] as const;
    const offer = course('mo 09:00-12:00', { places: places.flatMap((each) => each ?? []) });
    expect(judge(offer, WHO, WHERE)).toMatchObject({ variant: 0, verdict: 'fits' });
  });
});

describe('if any session names its own place or mode, each session counts at its own', () => {
  const named = (sessions: readonly DatedSession[], own: Partial<Offer> = {}): Offer =>
    at([near, far], { timetable: timetable('', { dated: sessions }), ...own });

  test('reach is the longest way', () => {
    const both = [session({ place: 0 }), session({ place: 1 }, '2025-04-08')];
    const match = judge(named(both), WHO, WHERE);
    expect(match).toMatchObject({ variant: 'each-at-its-own', travelMinutes: 50, verdict: 'nearly' });
  });

  test('a place at which nothing is held counts for nothing', () => {
    expect(judge(named([session({ place: 0 })]), WHO, WHERE)).toMatchObject({
      travelMinutes: 20,
      verdict: 'fits',
    });
  });

  test('one session that names its mode is enough', () => {
    const some = [session({ online: true }), session({ place: 0 }, '2025-04-08')];
    const [variant, ...more] = variants(named(some));
    expect(more).toEqual([]);
    expect(variant?.sessions.map(({ isOnline }) => isOnline)).toEqual([true, false]);
    expect(variant?.modes).toEqual(['on-site', 'online']);
  });

  test('an online session counts at home', () => {
    const [variant] = variants(named([session({ online: true })]));
    expect(variant?.sessions[0]?.at).toBe(PLACES.place('home'));
    expect(variant?.places).toEqual([]);
  });

  test('sessions that are all online take no way', () => {
    const match = judge(named([session({ online: true })]), WHO, WHERE);
    expect(criterion(match, 'reach').result).toBe('not-applicable');
    expect(match.travelMinutes).toBe(0);
  });

  test('a session that names nothing is at the only place', () => {
    const some = [session({ online: true }), session({}, '2025-04-08')];
    const [variant] = variants(named(some, { places: [near].flatMap((each) => each ?? []) }));
    expect(variant?.sessions.map((each) => each.at)).toEqual([PLACES.place('home'), near]);
  });

  test('a session that names nothing is online when the offer has no place but is', () => {
    const some = [session({ online: true }), session({}, '2025-04-08')];
    const [online] = variants(named(some, { places: [], online: true }));
    expect(online?.sessions.map(({ isOnline }) => isOnline)).toEqual([true, true]);
    const [onSite] = variants(named(some, { places: [near].flatMap((each) => each ?? []), online: true }));
    expect(onSite?.sessions.map(({ isOnline }) => isOnline)).toEqual([true, false]);
    const [nowhere] = variants(named(some, { places: [] }));
    expect(nowhere?.sessions.map((each) => each.at.precision)).toEqual(['street', 'none']);
  });

  test('sessions all on site make no online mode', () => {
    expect(variants(named([session({ place: 0 })]))[0]?.modes).toEqual(['on-site']);
  });

  test('sessions that touch are two when their places or modes differ', () => {
    const next = { ...session({}), from: 720, to: 780 };
    const [places] = variants(named([session({ place: 0 }), { ...next, place: 1 }]));
    expect(places?.sessions).toHaveLength(2);
    const [modes] = variants(named([session({ place: 0 }), { ...next, online: true }]));
    expect(modes?.sessions).toHaveLength(2);
    const atHome = [PLACES.place('home'), far];
    const [home] = variants(
      named([session({ place: 0 }), { ...next, online: true }], {
        places: atHome.flatMap((each) => each ?? []),
      }),
    );
    expect(home?.sessions).toHaveLength(2);
  });

  test('a session that names nothing is somewhere unknown when there are several places', () => {
    const some = [session({ place: 0 }), session({}, '2025-04-08')];
    expect(criterion(judge(named(some), WHO, WHERE), 'reach').result).toBe('unknown');
  });

  test('a place that is named but not known is unknown', () => {
    const some = [session({ place: 0 }), session({ place: 1 }, '2025-04-08')];
    const places = [near, { precision: 'city' }] as const;
    const match = judge(named(some, { places: places.flatMap((each) => each ?? []) }), WHO, WHERE);
    expect(criterion(match, 'reach').result).toBe('unknown');
  });

  test('sessions at one place and mode that touch are one, whether they name the only place or not', () => {
    const some = [session({ place: 0 }), { ...session({}), from: 720, to: 780 }];
    const [variant] = variants(named(some, { places: [near].flatMap((each) => each ?? []) }));
    expect(variant?.sessions).toMatchObject([{ from: 540, to: 780 }]);
  });
});
