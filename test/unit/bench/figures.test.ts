import { expect, it } from 'vitest';
import { differingFigures, percentilesMs, reportOf } from '../../bench/figures.ts';

it('gives percentiles by nearest rank, whatever the order', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentilesMs(hundred)).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99, maxMs: 100 });
});

it('gives the one value there is, in hundredths', () => {
  expect(percentilesMs([1.23456])).toEqual({ p50Ms: 1.23, p95Ms: 1.23, p99Ms: 1.23, maxMs: 1.23 });
});

it('puts the machine beside the figures', () => {
  const report = reportOf('match', [{ offers: 1 }]);
  expect(report).toMatchObject({
    bench: 'match',
    figures: [{ offers: 1 }],
    machine: { node: process.version },
  });
  expect(report.machine.cores).toBeGreaterThan(0);
});

it('finds the comparisons in which answers differed', () => {
  const same = { what: 'match', compared: 3, mismatches: 0 };
  const other = { what: 'shared part', compared: 3, mismatches: 1 };
  expect(differingFigures([{ what: 'index' }, same])).toEqual([]);
  expect(differingFigures([same, other])).toEqual([other]);
});
