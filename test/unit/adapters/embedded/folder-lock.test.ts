import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../shared/adapters/embedded/folder-lock.ts';
import { scratchFolder } from '../../../support/stores.ts';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

function writeLock(content: string): void {
  writeFileSync(join(folder.path, 'lock.json'), content);
}

describe('the lock of a folder', () => {
  it('makes the folder', () => {
    const deep = join(folder.path, 'not', 'there');
    expect(lockFolder(deep).ok).toBe(true);
    expect(existsSync(deep)).toBe(true);
  });

  it('is had by one at a time, and the second learns whose it is', () => {
    expect(lockFolder(folder.path).ok).toBe(true);
    expect(lockFolder(folder.path)).toEqual({
      ok: false,
      failure: { pid: process.ppid, isEnding: false },
    });
  });

  it('can be had again once released, and leaves nothing else in the folder', () => {
    const first = lockFolder(folder.path);
    if (first.ok) first.value.release();
    expect(readdirSync(folder.path)).toEqual([]);
    expect(lockFolder(folder.path).ok).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['lock.json']);
  });

  it('of a process that has died is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeLock(JSON.stringify({ pid, parent: process.pid, startedAt: '1' }));
    expect(lockFolder(folder.path).ok).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['lock.json']);
  });

  it('of a dead process whose number another one has now is taken over', () => {
    writeLock(JSON.stringify({ pid: process.pid, parent: process.pid, startedAt: 'another time' }));
    expect(lockFolder(folder.path).ok).toBe(true);
  });

  it.each(['', 'nonsense', '{}', '[]', 'null', '{"pid":"1","parent":1,"startedAt":""}'])(
    'that nobody can have written (%s) is taken over',
    (content) => {
      writeLock(content);
      expect(lockFolder(folder.path).ok).toBe(true);
    },
  );

  it('is not released by one who has lost it', () => {
    const first = lockFolder(folder.path);
    writeLock(JSON.stringify({ pid: 1, parent: 1, startedAt: 'x' }));
    if (first.ok) first.value.release();
    expect(existsSync(join(folder.path, 'lock.json'))).toBe(true);
  });
});
