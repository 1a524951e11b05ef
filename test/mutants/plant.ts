import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { SUITES, type Mutant, type Suite } from './mutant.ts';

/** A copy of the project in which errors are planted, apart from the one that is worked in. */
export type Copy = { readonly folder: string; readonly remove: () => void };

/** What became of a mutant. `stale`: its text does not stand in the file exactly once any more. */
export type Fate =
  { readonly is: 'killed'; readonly by: string } | { readonly is: 'survived' } | { readonly is: 'stale' };

const PROJECT = resolve(import.meta.dirname, '../..');
const COPIED = ['package.json', 'tsconfig.json', 'shared', 'test', 'functions'];
const MOST_MILLISECONDS = 10 * 60_000;
/** Random requests for each property of the ranking: enough for errors of this size, and no more. */
const REQUESTS = '100';

/** Copies what tests of the matcher need; packages are those of the project. */
export function copyProject(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'vereinbar-mutants-'));
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first test of a suite that fails in the copy; `undefined` when all pass. */
export function firstFailure({ folder }: Copy, suite: Suite): string | undefined {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const { status, error } = spawnSync(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--config', 'test/vitest.config.ts', '--bail', '1', '--maxWorkers', '1'],
      ...['--reporter', 'json', '--outputFile', report],
      ...SUITES[suite],
    ],
    {
      cwd: folder,
      stdio: 'ignore',
      timeout: MOST_MILLISECONDS,
      env: { ...process.env, RANKING_REQUESTS: REQUESTS },
    },
  );
  if (status === 0) return undefined;
  if (error !== undefined) return 'the tests did not end';
  return failedTest(report);
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

function failedTest(report: string): string {
  const { testResults } = vitestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  return failed?.fullName ?? testResults.find(({ message }) => message !== '')?.message ?? 'a file of tests';
}

/** Plants a mutant in the copy, runs its tests, and takes it out again. */
export function tryMutant(copy: Copy, { file, from, to, suite }: Mutant): Fate {
  const path = join(copy.folder, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) return { is: 'stale' };
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    const by = firstFailure(copy, suite);
    return by === undefined ? { is: 'survived' } : { is: 'killed', by };
  } finally {
    writeFileSync(path, whole);
  }
}
