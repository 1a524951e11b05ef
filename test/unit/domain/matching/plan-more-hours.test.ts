import { describe, expect, test } from 'vitest';
import { planMoreHours } from '../../../../shared/domain/matching/plan-more-hours.ts';
import { frameOf } from '../../../../shared/domain/matching/frame.ts';
import type { Child, Work } from '../../../../shared/domain/situation/situation.ts';
import { child, kita, region, situation, TODAY } from '../../../support/family-language.ts';

/** Kita of 25 hours; with 20 minutes to work and 5 to hand over, 07:55 to 12:05 is left: 250 minutes a day. */
const HALF_DAY = child('40m', [kita('mo-fr 07:30-12:30')]);

const PRESETS = [
  { weeklyHours: 25, from: 7 * 60 + 30, to: 12 * 60 + 30 },
  { weeklyHours: 35, from: 7 * 60 + 30, to: 14 * 60 + 30 },
  { weeklyHours: 45, from: 7 * 60 + 15, to: 16 * 60 + 15 },
] as const;

function plan(children: readonly Child[], work: Partial<Work>) {
  const own = situation(children, { work: { saturdays: false, ...work } });
  return planMoreHours(frameOf(own, { ...region(), bookingPresets: PRESETS }, TODAY));
}

describe('a plan for more hours', () => {
  test('names the budget alone where nothing is wished for', () => {
    expect(plan([HALF_DAY], {})).toEqual({
      budget: expect.objectContaining({ paidMinutes: 1250 }) as unknown,
      missingCare: [],
    });
  });

  test('misses no care where the budget reaches the wish', () => {
    expect(plan([HALF_DAY], { wantedHoursPerWeek: 20 }).missingCare).toEqual([]);
    expect(plan([HALF_DAY], { wantedHoursPerWeek: 20 }).laterEndMinutes).toBeUndefined();
  });

  test('names the first care change with which it does, one booking class up', () => {
    const { missingCare } = plan([HALF_DAY], { wantedHoursPerWeek: 30 });
    expect(missingCare.map(({ change }) => change)).toEqual([
      { kind: 'care-class', children: [0], to: 35, until: 14 * 60 + 30 },
    ]);
  });

  test('names a pair of care changes where no single one does', () => {
    const { missingCare } = plan([HALF_DAY], { wantedHoursPerWeek: 35 });
    expect(missingCare).toHaveLength(2);
    expect(missingCare[0]?.change).toMatchObject({ kind: 'care-class', to: 35 });
  });

  test('names nothing where even two changes do not', () => {
    const wish = plan([HALF_DAY], { wantedHoursPerWeek: 60 });
    expect(wish.missingCare).toEqual([]);
    expect(wish.laterEndMinutes).toBeUndefined();
  });

  test('gives the smallest equal later end in steps of a quarter of an hour', () => {
    // 25 h = 300 minutes a day: 50 more than 250, so 60 in steps of 15.
    expect(plan([HALF_DAY], { wantedHoursPerWeek: 25 }).laterEndMinutes).toBe(60);
    expect(plan([HALF_DAY], { wantedHoursPerWeek: 25, travelMinutes: 15 }).laterEndMinutes).toBe(45);
  });

  test('knows no budget while the care of a child that needs it is not stated', () => {
    expect(plan([HALF_DAY, child('60m')], { wantedHoursPerWeek: 25 })).toEqual({ missingCare: [] });
  });
});
