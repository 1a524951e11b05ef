import { describe, expect, test } from 'vitest';
import { runToEnd } from '../support/local-system.ts';
import type { BenchReport } from '../bench/figures.ts';

const bench = (...options: readonly string[]) => runToEnd(['test/bench/main.ts', 'match', ...options], {});
const SMALL = ['--offers', '60,80', '--situations', '2'];

describe('the benchmark of the matcher', () => {
  test('prints one line of JSON: machine, sizes, repetitions, percentiles, and answers that are the same', async () => {
    const { code, out } = await bench(...SMALL, '--json');
    expect(code).toBe(0);
    expect(out.trim().split('\n').length).toBe(1);
    const report = JSON.parse(out) as BenchReport;
    expect(report).toMatchObject({ bench: 'match', machine: { node: process.version } });
    for (const offers of [60, 80]) {
      const ofSize = report.figures.filter((figure) => figure['offers'] === offers);
      const shared = ofSize.filter(({ what }) => what === 'shared part');
      const engines = shared.map(({ engine }) => engine);
      expect(engines).toEqual(['fast', 'plain scan', 'sqlite', 'json-rules-engine', 'reference']);
      for (const figure of shared) {
        expect(figure).toMatchObject({ mismatches: 0, extrapolated: false });
        expect(figure['compared']).toBeGreaterThan(0);
        expect(figure['p50Us']).toBeGreaterThan(0);
      }
      const matches = ofSize.filter(({ what }) => what === 'match');
      expect(matches.map(({ matcher }) => matcher)).toEqual(['fast', 'reference', 'reference, sampled']);
      for (const { mismatches } of matches.slice(1)) expect(mismatches).toBe(0);
      for (const figure of [...shared, ...ofSize.filter(({ what }) => what === 'match')]) {
        expect(Object.keys(figure)).toEqual(
          expect.arrayContaining(['warmUp', 'repetitions', 'extrapolated']),
        );
      }
    }
  });

  test('prints tables for people, and names the machine', async () => {
    const { code, out } = await bench('--offers', '60', '--situations', '1', '--only', 'plain-scan');
    expect(code).toBe(0);
    expect(out).toMatch(/^match: \d+ cores, Node v24\.\d+\.\d+, \d+ MiB\. Ratios are of this one run\.\n/);
    expect(out).toContain('plain scan: the definition');
  });

  test('says what it does not understand', async () => {
    expect(await bench('--only', 'guess')).toMatchObject({
      code: 1,
      out: '',
      err: '--only takes fast, reference, plain-scan, sqlite, rules, parted by commas\n',
    });
    expect((await bench('--offers', '-5')).code).toBe(1);
  });
});
