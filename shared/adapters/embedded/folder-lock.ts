import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../domain/result.ts';

/** Who holds a folder: `pid` writes to it on behalf of `parent`, which is the process a person would know. */
type Holder = { readonly pid: number; readonly parent: number; readonly startedAt: string };

/** A folder held by this process until `release` or its death. */
export type FolderLock = { readonly release: () => void };

/** Who holds the folder: `pid` is the process to end; `isEnding` when that one is gone and its store about to follow. */
export type FolderHeld = { readonly pid: number; readonly isEnding: boolean };

/**
 * Takes a folder for this process, making it where needed. The lock of a process that has died is taken over, also when
 * its number belongs to another process by now.
 */
export function lockFolder(folder: string): Result<FolderLock, FolderHeld> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock.json');
  const own: Holder = { pid: process.pid, parent: process.ppid, startedAt: startOf(process.pid) };
  for (;;) {
    if (place(lock, own)) {
      return ok({
        release: () => {
          removeOwn(lock, own);
        },
      });
    }
    const holder = readHolder(lock);
    if (holder !== undefined && isAlive(holder)) {
      return failed({ pid: holder.parent, isEnding: !isRunning(holder.parent) });
    }
    removeStale(lock, holder);
  }
}

// A link to a finished file appears whole or not at all, and fails when the name is taken.
function place(lock: string, own: Holder): boolean {
  const draft = `${lock}.${String(own.pid)}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Two processes may find the same stale lock. Moving it aside succeeds for each file once; who has moved another's
// fresh lock puts it back.
function removeStale(lock: string, stale: Holder | undefined): void {
  const aside = `${lock}.stale.${String(process.pid)}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && !isSameHolder(moved, stale) && isAlive(moved)) place(lock, moved);
  rmSync(aside, { force: true });
}

function removeOwn(lock: string, own: Holder): void {
  if (isSameHolder(own, readHolder(lock))) rmSync(lock, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    'parent' in value &&
    'startedAt' in value &&
    Number.isInteger(value.pid) &&
    Number.isInteger(value.parent) &&
    typeof value.startedAt === 'string'
  );
}

function isSameHolder(one: Holder, other: Holder | undefined): boolean {
  return other?.pid === one.pid && other.startedAt === one.startedAt;
}

function isAlive({ pid, startedAt }: Holder): boolean {
  return isRunning(pid) && startOf(pid) === startedAt;
}

function isRunning(pid: number): boolean {
  if (statOf(pid)[0] === 'Z') return false; // dead, only not yet fetched by its parent
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

// Numbers of processes come round again, within seconds in a container. Where the system tells when a process began,
// that makes the difference; elsewhere it is the empty text.
function startOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

// Fields of /proc/<pid>/stat after the name in brackets: 0 the state, 19 the start; none where there is no such file.
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
