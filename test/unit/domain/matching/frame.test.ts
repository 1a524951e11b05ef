import { describe, expect, test } from 'vitest';
import { assumptionsOf, frameOf } from '../../../../shared/domain/matching/frame.ts';
import type { Place } from '../../../../shared/domain/place/place.ts';
import type { Situation } from '../../../../shared/domain/situation/situation.ts';
import {
  course,
  criterion,
  judge,
  regionByPoints,
  situation,
  TODAY,
} from '../../../support/family-language.ts';
import { day } from '../../../support/some-offer.ts';

const REGION = regionByPoints();
const HOME: Place = { postcode: '12045', point: { lat: 52.486, lon: 13.436 }, precision: 'postcode' };

/** Everything answered that could be taken for granted. */
const ANSWERED = situation([], {
  home: HOME,
  travel: { by: 'bike', maxMinutes: 30 },
  from: day('2025-04-01'),
  until: day('2025-09-30'),
  budgetCents: 10_000,
});

function assumed(own: Partial<Situation>): readonly string[] {
  return assumptionsOf(frameOf({ ...ANSWERED, ...own }, REGION, TODAY)).map(({ id }) => id);
}

function without(key: 'home' | 'from' | 'until' | 'budgetCents'): Situation {
  return Object.fromEntries(Object.entries(ANSWERED).filter(([name]) => name !== key)) as Situation;
}

describe('what is not answered is taken for granted and said', () => {
  test('nothing when all is answered', () => {
    expect(assumed({})).toEqual([]);
  });

  test('home not stated: the centre of the region', () => {
    const frame = frameOf(without('home'), REGION, TODAY);
    expect(frame.home.point).toEqual(REGION.centre);
    expect(assumptionsOf(frame)).toEqual([{ id: 'home-centre', facts: { region: 'berlin' } }]);
  });

  test('and from there ways are known', () => {
    const offer = course('mo 09:00-12:00', { places: [{ point: REGION.centre, precision: 'street' }] });
    expect(judge(offer, without('home'), REGION)).toMatchObject({ travelMinutes: 10, verdict: 'fits' });
  });

  test('means: transit, at most 45 minutes', () => {
    const frame = frameOf({ ...ANSWERED, travel: {} }, REGION, TODAY);
    expect(frame).toMatchObject({ by: 'transit', maxTravelMinutes: 45 });
    expect(assumed({ travel: {} })).toEqual(['travel']);
    expect(assumed({ travel: { by: 'car' } })).toEqual(['travel']);
    expect(assumed({ travel: { maxMinutes: 20 } })).toEqual(['travel']);
  });

  test('figures are those of the region', () => {
    const figures = { ...REGION.figures, defaultMeans: 'bike', defaultMaxTravelMinutes: 20 } as const;
    const frame = frameOf({ ...ANSWERED, travel: {} }, regionByPoints({ figures }), TODAY);
    expect(frame).toMatchObject({ by: 'bike', maxTravelMinutes: 20 });
  });

  test('a postcode outside the region is accepted with an assumption', () => {
    const outside: Place = { postcode: '80331', point: { lat: 48.137, lon: 11.573 }, precision: 'postcode' };
    expect(assumptionsOf(frameOf({ ...ANSWERED, home: outside }, REGION, TODAY))).toEqual([
      { id: 'home-outside', facts: { placed: true } },
    ]);
  });

  test('a postcode outside the region without a point leaves the way unknown', () => {
    const outside: Place = { postcode: '80331', precision: 'none' };
    expect(assumed({ home: outside })).toEqual(['home-outside']);
    const match = judge(course('mo 09:00-12:00'), { ...ANSWERED, home: outside }, REGION);
    expect(criterion(match, 'reach')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'home' }],
    });
  });

  test('the budget: 150 euro', () => {
    const frame = frameOf(without('budgetCents'), REGION, TODAY);
    expect(frame.budgetCents).toBe(15_000);
    expect(assumptionsOf(frame)).toEqual([{ id: 'budget', facts: { cents: 15_000 } }]);
    expect(frameOf(ANSWERED, REGION, TODAY).budgetCents).toBe(10_000);
  });

  test('the window where one of its ends was not stated', () => {
    const open = frameOf(without('until'), REGION, TODAY);
    expect([open.from, open.until]).toEqual([day('2025-04-01'), day('2026-04-01')]);
    expect(assumptionsOf(open).map(({ id }) => id)).toEqual(['window']);
    const early = frameOf(without('from'), REGION, TODAY);
    expect([early.from, early.until]).toEqual([TODAY, day('2025-09-30')]);
    expect(assumptionsOf(early).map(({ id }) => id)).toEqual(['window']);
  });

  test('the window: today to 12 months later', () => {
    const frame = frameOf(situation([], { home: HOME }), REGION, TODAY);
    expect([frame.from, frame.until]).toEqual([TODAY, day('2026-03-24')]);
  });
});
