import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ClosingLineReporter } from './support/closing-line-reporter.ts';

// A zone far from Germany: whoever takes the machine's zone for German wall-clock time fails.
process.env['TZ'] = 'America/New_York';

type Room = { readonly testTimeout: number; readonly group: number; readonly maxWorkers: number };

/** Folders of tests. Rooms of one group run side by side, groups one after another; what starts processes runs alone. */
const ROOMS: Readonly<Record<string, Room>> = {
  unit: { testTimeout: 20_000, group: 1, maxWorkers: 2 },
  feeds: { testTimeout: 30_000, group: 1, maxWorkers: 2 },
  'import-rules': { testTimeout: 60_000, group: 1, maxWorkers: 2 },
  infra: { testTimeout: 120_000, group: 3, maxWorkers: 1 },
  contract: { testTimeout: 60_000, group: 2, maxWorkers: 2 },
  faults: { testTimeout: 180_000, group: 4, maxWorkers: 1 },
  journeys: { testTimeout: 120_000, group: 5, maxWorkers: 1 },
  browser: { testTimeout: 120_000, group: 6, maxWorkers: 1 },
};

const examples = join('import-rules', 'examples') + sep;
const strays = globSync('**/*.test.ts', { cwd: import.meta.dirname }).filter(
  (file) => !file.startsWith(examples) && !Object.hasOwn(ROOMS, file.split(sep)[0] ?? ''),
);
if (strays.length > 0) {
  throw new Error(
    `These tests lie in no room of test/vitest.config.ts and would not run: ${strays.join(', ')}`,
  );
}

function projectOf([name, { testTimeout, group, maxWorkers }]: [
  string,
  Room,
]): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout,
      hookTimeout: testTimeout,
      maxWorkers,
      sequence: { groupOrder: group },
    },
  };
}

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    exclude: ['test/import-rules/examples/**'],
    pool: 'forks',
    allowOnly: false,
    expect: { requireAssertions: true },
    reporters: ['default', new ClosingLineReporter()],
    projects: Object.entries(ROOMS).map(projectOf),
  },
});
