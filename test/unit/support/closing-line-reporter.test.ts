import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const vitest = join(import.meta.dirname, '../../../node_modules/vitest/vitest.mjs');
const reporter = join(import.meta.dirname, '../../support/closing-line-reporter.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vereinbar-reporter-'));
  const imported = `import { ClosingLineReporter } from ${JSON.stringify(reporter)};`;
  const settings = `{ test: { globals: true, reporters: ['default', new ClosingLineReporter()] } }`;
  writeFileSync(join(folder, 'vitest.config.mjs'), `${imported}\nexport default ${settings};\n`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs vitest over the given test files; gives the last line it prints and its exit code. */
function runOver(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): {
  readonly last: string | undefined;
  readonly exit: number | null;
} {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const options = ['run', '--root', folder, '--config', join(folder, 'vitest.config.mjs')];
  const { stdout, status } = spawnSync(process.execPath, [vitest, ...options, ...more], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { last: stdout.trimEnd().split('\n').at(-1), exit: status };
}

const passing = `it('holds', () => { expect(1).toBe(1); });`;

it('closes a good run with its count', () => {
  expect(runOver({ 'a.test.js': passing, 'b.test.js': passing })).toEqual({
    last: '2 passed, 0 failed',
    exit: 0,
  });
});

it('counts a failed test and fails', () => {
  const failing = `it('breaks', () => { expect(1).toBe(2); });`;
  expect(runOver({ 'a.test.js': passing + failing })).toEqual({ last: '1 passed, 1 failed', exit: 1 });
});

it('counts a test that was left out as failed', () => {
  expect(runOver({ 'a.test.js': `${passing} it.skip('rests', () => {});` })).toEqual({
    last: '1 passed, 1 failed',
    exit: 1,
  });
});

it('counts only the chosen tests where they are chosen by name', () => {
  const failing = `it('breaks', () => { expect(1).toBe(2); });`;
  const files = { 'a.test.js': passing + failing };
  expect(runOver(files, '-t', 'holds')).toEqual({ last: '1 passed, 0 failed', exit: 0 });
  expect(runOver(files, '-t', 'breaks')).toEqual({ last: '0 passed, 1 failed', exit: 1 });
  expect(runOver(files, '-t', 'nothing of this name')).toMatchObject({ last: '0 passed, 1 failed', exit: 1 });
});

it('counts a file that cannot be run as failed', () => {
  expect(runOver({ 'a.test.js': passing, 'b.test.js': `import './missing.js';` })).toEqual({
    last: '1 passed, 1 failed',
    exit: 1,
  });
});

it('counts an error outside the tests as failed', () => {
  const stray = `it('starts', async () => { setTimeout(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 50)); });`;
  expect(runOver({ 'a.test.js': passing + stray })).toEqual({ last: '2 passed, 1 failed', exit: 1 });
});

it('fails when there was nothing to run', () => {
  expect(runOver({})).toEqual({ last: '0 passed, 1 failed', exit: 1 });
});
