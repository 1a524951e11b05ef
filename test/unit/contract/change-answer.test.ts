import { expect, test } from 'vitest';
import { changeAnswer, toChangeAnswer } from '../../../shared/contract/change-answer.ts';
import type { Change } from '../../../shared/domain/matching/match-result.ts';
import { day } from '../../support/some-offer.ts';

test.each<[Change, object]>([
  [{ kind: 'holiday-care' }, {}],
  [
    { kind: 'care-class', children: [0], to: 45, until: 990 },
    { children: [0], to: '45h', until: '16:30' },
  ],
  [
    { kind: 'school-allday', children: [1], until: 1080 },
    { children: [1], until: '18:00' },
  ],
  [
    { kind: 'new-care', children: [0, 1], to: 25, from: 480, until: 780 },
    { children: [0, 1], to: '25h', from: '08:00', until: '13:00' },
  ],
  [
    { kind: 'care-earlier', children: [0], minutes: 30 },
    { children: [0], minutes: 30 },
  ],
  [
    { kind: 'edge-hours', children: [0], days: [2], from: 840, until: 1080 },
    { children: [0], days: ['we'], from: '14:00', until: '18:00' },
  ],
  [
    { kind: 'edge-hours', children: [0], days: [0, 1, 2, 3, 4], minutes: 90 },
    { children: [0], days: ['mo', 'tu', 'we', 'th', 'fr'], minutes: 90 },
  ],
  [{ kind: 'travel', minutes: 60 }, { minutes: 60 }],
  [{ kind: 'german', to: 'B2' }, { to: 'B2' }],
  [{ kind: 'start-later', months: 2 }, { months: 2 }],
  [{ kind: 'online-too' }, {}],
  [
    { kind: 'helper-on-dates', children: [0], dates: [day('2025-05-02')] },
    { children: [0], dates: ['2025-05-02'] },
  ],
  [{ kind: 'more-hours-later', hours: 30 }, { hours: 30 }],
])('a change is said in the text form of the contract: %j', (change, said) => {
  const answer = toChangeAnswer({ change, from: day('2025-08-01'), grantedBy: 'family' });
  const json: unknown = JSON.parse(JSON.stringify(answer));
  expect(json).toEqual({ kind: change.kind, ...said, leadTime: '2025-08-01', grantedBy: 'family' });
  expect(changeAnswer.safeParse(json).success).toBe(true);
});
