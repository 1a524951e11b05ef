import { expect, it } from 'vitest';

it('runs the tests in a zone far from Germany, so that a mistaken zone shows', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/New_York');
  expect(new Date(2025, 2, 24, 12).toISOString()).toBe('2025-03-24T16:00:00.000Z');
});
