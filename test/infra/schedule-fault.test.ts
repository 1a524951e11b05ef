import { expect, it } from 'vitest';
import { scheduleFault } from './schedule-fault.ts';

it.each([
  ['cron(30 3 * * ? *)', 'Europe/Berlin', undefined],
  ['cron(0/15 8-18 ? * 2-6 *)', 'Europe/Berlin', undefined],
  ['cron(0 3,15 1 * ? 2027)', 'Europe/Berlin', undefined],
  ['cron(99 99 * * ? *)', 'Europe/Berlin', 'wrong minute'],
  ['cron(30 24 * * ? *)', 'Europe/Berlin', 'wrong hour'],
  ['cron(30 18-8 * * ? *)', 'Europe/Berlin', 'wrong hour'],
  ['cron(30 3 0 * ? *)', 'Europe/Berlin', 'wrong day of the month'],
  ['cron(30 3 * 13 ? *)', 'Europe/Berlin', 'wrong month'],
  ['cron(30 3 ? * 8 *)', 'Europe/Berlin', 'wrong day of the week'],
  ['cron(30 3 * * * *)', 'Europe/Berlin', 'one of day and weekday is ?'],
  ['cron(30 3 ? * ? *)', 'Europe/Berlin', 'one of day and weekday is ?'],
  ['cron(30 3 * * ?)', 'Europe/Berlin', 'not cron(minute hour day month weekday year)'],
  ['30 3 * * ? *', 'Europe/Berlin', 'not cron(minute hour day month weekday year)'],
  ['cron(x 3 * * ? *)', 'Europe/Berlin', 'wrong minute'],
  ['cron(0/0 3 * * ? *)', 'Europe/Berlin', 'wrong minute'],
  ['cron(30 3 * * ? *)', 'Europe/Nowhere', 'no such time zone'],
])('%s in %s: %s', (expression, zone, fault) => {
  expect(scheduleFault(expression, zone)).toBe(fault);
});
