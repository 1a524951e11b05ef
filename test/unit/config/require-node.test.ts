import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const guard = join(import.meta.dirname, '../../../shared/config/require-node.mjs');

/** Runs the guard as if on another Node. */
function guardOn(version: string): { readonly stderr: string; readonly exit: number | null } {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${versions} });`;
  const { stderr, status } = spawnSync(process.execPath, ['--import', pretend, guard], { encoding: 'utf8' });
  return { stderr, exit: status };
}

it('lets Node 24 and newer pass without a word', () => {
  expect(guardOn('24.21.0')).toEqual({ stderr: '', exit: 0 });
  expect(guardOn('26.0.0')).toEqual({ stderr: '', exit: 0 });
});

it('stops an older Node with one sentence that names the cure', () => {
  const { stderr, exit } = guardOn('20.20.2');
  expect(exit).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('20.20.2');
  expect(stderr).toContain('npm ci');
});
