import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../.ci/check-packages.mjs');
const goodEntry = { version: '1.2.3', integrity: 'sha512-AAAA', license: 'MIT' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vereinbar-packages-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function check(packages: Record<string, object>, allowScripts?: Record<string, boolean>) {
  const lock = join(folder, 'package-lock.json');
  writeFileSync(lock, JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'x' }, ...packages } }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', allowScripts }));
  const { stderr, status } = spawnSync(process.execPath, [script, lock], { encoding: 'utf8' });
  return { lines: stderr.split('\n').filter(Boolean), exit: status };
}

it('says nothing of packages with integrity and an allowed licence', () => {
  const packages = {
    'node_modules/good': goodEntry,
    'node_modules/@scope/one-of-two': { ...goodEntry, license: '(GPL-3.0 OR MIT)' },
    'node_modules/good/node_modules/both': { ...goodEntry, license: '(MIT AND Apache-2.0)' },
    'node_modules/tool': { ...goodEntry, license: 'CC-BY-4.0', dev: true },
    'node_modules/decided': { ...goodEntry, hasInstallScript: true },
  };
  expect(check(packages, { decided: false })).toEqual({ lines: [], exit: 0 });
});

it.each([
  ['without integrity', { integrity: undefined }, /integrity/],
  ['of a licence not on the list', { license: 'GPL-3.0-only' }, /GPL-3\.0-only.*delivery/],
  ['of a development licence that is delivered', { license: 'CC-BY-4.0' }, /CC-BY-4\.0.*delivery/],
  ['of two licences of which one is not on the list', { license: 'MIT AND GPL-2.0' }, /MIT AND GPL-2\.0/],
  ['without a licence', { license: undefined }, /no licence/],
  ['with an address', { resolved: 'https://mirror.example/bad-1.2.3.tgz' }, /address/],
  ['with an install script nobody decided on', { hasInstallScript: true }, /install script/],
  [
    'whose part for another system is not there',
    { optionalDependencies: { 'bad-win32': '1.2.3' } },
    /bad-win32/,
  ],
  ['that is a link', { link: true }, /link/],
])('names a package %s in one line', (_what, change, line) => {
  const { lines, exit } = check({
    'node_modules/good': goodEntry,
    'node_modules/bad': { ...goodEntry, ...change },
  });
  expect(exit).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^node_modules\/bad 1\.2\.3: /);
  expect(lines[0]).toMatch(line);
  expect(lines[0]).not.toContain('mirror.example');
});

it('names a decision on a package that is gone', () => {
  const found = check({ 'node_modules/good': goodEntry }, { gone: false });
  expect(found).toEqual({ lines: ['allowScripts names gone, which is not installed.'], exit: 1 });
});

it('does not take a lock file without packages for a good one', () => {
  expect(check({})).toEqual({ lines: ['The lock file lists no package.'], exit: 1 });
});
