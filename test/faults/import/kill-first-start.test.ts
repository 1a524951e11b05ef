import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAnswer } from '../../../shared/contract/browse-query.ts';
import { dataFolder, startLocalSystem, type RunningSystem } from '../../support/local-system.ts';

const ROOT = join(import.meta.dirname, '../../..');
// Kept below the time a first import takes; how far it has come by then does not matter.
const INTO_THE_IMPORT_MS = [0, 200, 400];

let folder: string;
beforeAll(async () => {
  folder = await dataFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the system with its store in a process group of its own and kills that so long after its first import began. */
async function startAndKill(milliseconds: number): Promise<string> {
  const system = spawn(process.execPath, ['--import', 'tsx', 'functions/local/main.ts'], {
    cwd: ROOT,
    detached: true,
    env: {
      PATH: process.env['PATH'],
      TZ: process.env['TZ'],
      PORT: '0',
      VEREINBAR_DATA: folder,
      VEREINBAR_REGION: 'berlin',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const closed = once(system, 'close');
  system.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const importing = new Promise<void>((resolve) => {
    system.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      if (err.includes('import-started')) resolve();
    });
  });
  await Promise.race([importing.then(() => pause(milliseconds)), closed]);
  if (system.exitCode !== null) throw new Error(`the system ended by itself\n${err}`);
  process.kill(-system.pid!, 'SIGKILL');
  await closed;
  return out;
}

/** Starts the system, looks at it, and stops it, which it must do without a complaint. */
async function whileRunning(look: (system: RunningSystem) => Promise<void>): Promise<void> {
  const system = await startLocalSystem(folder);
  try {
    await look(system);
  } finally {
    expect((await system.stop()).code).toBe(0);
  }
}

async function countOffers(url: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = new URL('/v1/offers?limit=100', url);
    if (cursor !== undefined) page.searchParams.set('cursor', cursor);
    const answer = browseAnswer.parse(await (await fetch(page)).json());
    count += answer.offers.length;
    cursor = answer.next;
  } while (cursor !== undefined);
  return count;
}

it('serves at the next start after being killed in its first import, and has nothing to write at the one after', async () => {
  for (const milliseconds of INTO_THE_IMPORT_MS) expect(await startAndKill(milliseconds)).toBe('');

  let offers = 0;
  await whileRunning(async (second) => {
    expect(second.out()).toMatch(/^vhs-berlin: published · 1156 offers of 1156 records/);
    offers = Number(/ready: .* · (\d+) offers/.exec(second.out())?.[1]);
    expect(await countOffers(second.url)).toBe(offers);
  });
  await whileRunning(async (third) => {
    expect(third.out().split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^vhs-berlin: unchanged since the last run · 0 writes/),
      expect.stringMatching(/^beispiel-betreuung: unchanged since the last run · 0 writes/),
    ]);
    expect(await countOffers(third.url)).toBe(offers);
  });
});
