import { expect, it } from 'vitest';
import { readWallClock } from '../../../shared/feeds/wall-clock.ts';

it.each([
  ['09:00', 540],
  ['9:05', 545],
  ['09:00:00', 540],
  ['09:00:30.5', 540],
  ['09:00+01:00', 540],
  ['09:00:00+02:00', 540],
  ['24:00', 1440],
  ['09:00Z', 'other-zone'],
  ['09:00-05:00', 'other-zone'],
  ['09:00+03', 'other-zone'],
  ['9 Uhr', 'unreadable'],
  ['25:00', 'unreadable'],
  ['', 'empty'],
  [null, 'empty'],
])('a time %j is read as %j', (text, read) => {
  expect(readWallClock(text)).toBe(read);
});
