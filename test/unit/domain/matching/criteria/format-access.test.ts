import { describe, expect, test } from 'vitest';
import {
  course,
  criterion,
  hours,
  judge,
  situation,
  timetable,
} from '../../../../support/family-language.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';

const ON_SITE = 'mo 09:00-12:00';

function matchOf(own: Partial<Offer>, who: Partial<Situation>) {
  return judge(course(ON_SITE, own), situation([], who));
}

describe('format', () => {
  test('is not applicable unless it is asked for', () => {
    expect(criterion(matchOf({}, {}), 'format').result).toBe('not-applicable');
  });

  test.each([
    [['on-site'], 'met'],
    [['online'], 'unmet'],
    [['on-site', 'online'], 'met'],
  ] as const)('of a course on site, asked for %j', (formats, expected) => {
    expect(criterion(matchOf({}, { formats }), 'format').result).toBe(expected);
  });

  test.each([
    [['on-site'], 'unmet'],
    [['online'], 'met'],
    [['on-site', 'online'], 'met'],
  ] as const)('of an online course, asked for %j', (formats, expected) => {
    expect(criterion(matchOf({ places: [], online: true }, { formats }), 'format').result).toBe(expected);
  });

  test.each([['on-site'], ['online']] as const)('lets the variant stand that is asked for: %s', (wanted) => {
    const match = matchOf({ online: true }, { formats: [wanted] });
    expect(match.variant).toBe(wanted === 'online' ? 'online' : 0);
    expect(criterion(match, 'format').result).toBe('met');
  });

  test.each([['on-site'], ['online']] as const)(
    'is unmet when some sessions are in the mode that was not chosen: only %s',
    (wanted) => {
      const [monday, tuesday] = [...hours(ON_SITE), ...hours('tu 09:00-12:00')];
      const mixed = timetable('', { weekly: [monday!, { ...tuesday!, online: true }] });
      expect(criterion(matchOf({ timetable: mixed }, { formats: [wanted] }), 'format').result).toBe('unmet');
    },
  );

  test('is unknown when it is not known where the course is', () => {
    expect(criterion(matchOf({ places: [] }, { formats: ['on-site'] }), 'format').result).toBe('unknown');
    expect(criterion(matchOf({ places: [] }, { formats: ['online'] }), 'format').result).toBe('unknown');
  });
});

describe('access', () => {
  test('is not applicable unless step-free access is asked for', () => {
    expect(criterion(matchOf({ access: { stepFree: false } }, {}), 'access').result).toBe('not-applicable');
  });

  test.each([
    [{ access: { stepFree: true } }, 'met'],
    [{ access: { stepFree: false } }, 'unmet'],
    [{ access: {} }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('is as stated, and not stated is unknown: %j', (own, expected) => {
    expect(criterion(matchOf(own, { stepFree: true }), 'access').result).toBe(expected);
  });

  test('is not applicable online, where nothing has to be entered', () => {
    const match = matchOf({ places: [], online: true, access: { stepFree: false } }, { stepFree: true });
    expect(criterion(match, 'access').result).toBe('not-applicable');
  });
});
