import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startEmbeddedStore,
  type EmbeddedStore,
} from '../../../shared/adapters/embedded/start-embedded-store.ts';
import type { LogCode } from '../../../shared/ports/log-catalogue.ts';
import { freshRegion, numberedOffers } from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent } from '../../support/publish-offers.ts';
import { accessTo, dynamoStores, openEmbedded, scratchFolder } from '../../support/stores.ts';

const START_AND_WAIT = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));

let folder: ReturnType<typeof scratchFolder>;
let open: EmbeddedStore[] = [];
let logged: LogCode[] = [];
beforeEach(() => {
  folder = scratchFolder();
  open = [];
  logged = [];
});
afterEach(async () => {
  await Promise.all(open.map((store) => store.stop()));
  folder.remove();
});

async function start(port?: number) {
  const started = await startEmbeddedStore({
    folder: folder.path,
    log: (code) => logged.push(code),
    ...(port === undefined ? {} : { port }),
  });
  if (started.ok) open.push(started.value);
  return started;
}

async function started(): Promise<EmbeddedStore> {
  const outcome = await start();
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

async function elsewhere() {
  const program = spawn(process.execPath, [START_AND_WAIT, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: program.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { program, store: JSON.parse(line) as { endpoint: string; pid: number } };
}

describe('the embedded store', () => {
  it('has after a restart what it had before', async () => {
    const region = freshRegion();
    const first = await openEmbedded(folder.path);
    await publishOffers(dynamoStores(first.access), region, numberedOffers(1, 60), { owner: 'one', now: 1 });
    const before = await readCurrent(dynamoStores(first.access).catalogues, region);
    await first.store.stop();
    const second = await openEmbedded(folder.path);
    open.push(second.store);
    expect(await readCurrent(dynamoStores(second.access).catalogues, region)).toEqual(before);
    expect(before.catalogue?.entries).toHaveLength(60);
  });

  it('names the process that uses the folder already', async () => {
    await started();
    expect(await start()).toEqual({ ok: false, failure: { code: 'locked', pid: process.pid } });
  });

  it('says when its port is in use', async () => {
    const { endpoint } = await started();
    const other = scratchFolder();
    const port = Number(new URL(endpoint).port);
    const outcome = await startEmbeddedStore({ folder: other.path, port, log: () => undefined });
    other.remove();
    expect(outcome).toEqual({ ok: false, failure: { code: 'port-in-use' } });
  });

  it('says when the folder cannot be used', async () => {
    writeFileSync(join(folder.path, 'dynalite'), 'a file where a folder belongs');
    expect(await start()).toEqual({ ok: false, failure: { code: 'folder-unusable' } });
  });

  it('says when what lies in the folder is no database', async () => {
    mkdirSync(join(folder.path, 'dynalite'));
    writeFileSync(join(folder.path, 'dynalite', 'CURRENT'), 'nonsense');
    expect(await start()).toEqual({ ok: false, failure: { code: 'folder-unusable' } });
  });

  it('leaves no lock behind when it is stopped', async () => {
    const store = await started();
    expect(existsSync(join(folder.path, 'lock.json'))).toBe(true);
    await store.stop();
    expect(existsSync(join(folder.path, 'lock.json'))).toBe(false);
    expect(isRunning(store.pid()!)).toBe(false);
  });

  it('is started again on the same port when it dies, and the data is there', async () => {
    const region = freshRegion();
    const { store, access } = await openEmbedded(folder.path);
    open.push(store);
    await publishOffers(dynamoStores(access), region, numberedOffers(1, 5), { owner: 'one', now: 1 });
    const first = store.pid()!;
    process.kill(first, 'SIGKILL');
    await until(() => !isRunning(first));
    const { catalogue } = await readCurrent(dynamoStores(access).catalogues, region);
    expect(catalogue?.entries).toHaveLength(5);
    expect(store.pid()).not.toBe(first);
  });

  it('logs that it died', async () => {
    const store = await started();
    const first = store.pid()!;
    process.kill(first, 'SIGKILL');
    await until(() => logged.length > 0);
    expect(logged).toEqual(['local-store-ended']);
  });

  it('survives a client that goes away in the middle of a request', async () => {
    const { store, access } = await openEmbedded(folder.path);
    open.push(store);
    const pid = store.pid();
    const { port } = new URL(store.endpoint);
    for (let times = 0; times < 20; times++) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nX-Amz-Target: DynamoDB_20120810.PutItem\r\n\r\n{"a',
      );
      await pause(times);
      socket.resetAndDestroy();
    }
    expect(await dynamoStores(access).catalogues.readPointers(freshRegion())).toEqual([]);
    expect(store.pid()).toBe(pid);
  });

  it('ends when the process that started it is killed, and the folder is free again', async () => {
    const { program, store } = await elsewhere();
    program.kill('SIGKILL');
    await once(program, 'exit');
    const own = await started(); // at once: waits for the orphan to end
    expect(isRunning(store.pid)).toBe(false);
    expect(own.pid()).not.toBe(store.pid);
  });

  it('is not ended by an interrupt from the keyboard, which reaches all processes of a terminal', async () => {
    const { store, access } = await openEmbedded(folder.path);
    open.push(store);
    process.kill(store.pid()!, 'SIGINT');
    await pause(50);
    expect(await dynamoStores(access).catalogues.readPointers(freshRegion())).toEqual([]);
    expect(isRunning(store.pid()!)).toBe(true);
  });

  it('can be used by a client that knows only its address', async () => {
    const { store } = await openEmbedded(folder.path);
    open.push(store);
    const { catalogues } = dynamoStores(accessTo(store.endpoint));
    expect(await catalogues.readPointers(freshRegion())).toEqual([]);
  });
});
