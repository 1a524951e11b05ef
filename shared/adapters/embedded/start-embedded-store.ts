import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { childMessage, PLEASE_STOP, type ChildMessage } from './child-messages.ts';

/** A running store. `pid` gives the process that serves at the moment; `stop` resolves when it has ended. */
export type EmbeddedStore = {
  readonly endpoint: string;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

/** Why the store did not start; `pid` is the process that uses the folder. */
export type EmbeddedStoreFailure =
  | { readonly code: 'locked'; readonly pid: number }
  | { readonly code: 'port-in-use' }
  | { readonly code: 'folder-unusable' };

type Settings = {
  /** Where the data lies; made where needed, used by one process at a time. */
  readonly folder: string;
  /** On 127.0.0.1; any free one by default. */
  readonly port?: number;
  readonly log: EventLog;
};

const PROGRAM = fileURLToPath(new URL('dynalite-child.ts', import.meta.url));
const LONGEST_START_MS = 15_000;
const LONGEST_STOP_MS = 5000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const HEALTHY_AFTER_MS = 30_000;

type Started = { readonly child: ChildProcess; readonly port: number };

/**
 * Starts a DynamoDB-compatible store (dynalite) in a process of its own, with its data on disk in `folder`. When that
 * process dies it is started again on the same port, after a pause that doubles. It ends with this process, however
 * this one ends, and what it has acknowledged is still there at the next start.
 */
export async function startEmbeddedStore(
  settings: Settings,
): Promise<Result<EmbeddedStore, EmbeddedStoreFailure>> {
  const first = await startChild(settings.folder, settings.port ?? 0);
  if (!first.ok) return first;
  const { port } = first.value;
  let current: ChildProcess = first.value.child;
  let isStopping = false;
  let deaths = 0;
  let timer: NodeJS.Timeout | undefined;

  const watch = (child: ChildProcess) => {
    current = child;
    const healthy = setTimeout(() => (deaths = 0), HEALTHY_AFTER_MS).unref();
    child.once('exit', () => {
      clearTimeout(healthy);
      if (!isStopping) startAgain();
    });
  };
  const startAgain = () => {
    deaths += 1;
    settings.log('local-store-ended', { attempt: deaths });
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (deaths - 1));
    timer = setTimeout(() => {
      void startChild(settings.folder, port).then((next) => {
        if (!next.ok) {
          if (!isStopping) startAgain();
        } else if (isStopping) void stopChild(next.value.child);
        else watch(next.value.child);
      });
    }, pause);
  };

  watch(current);
  return ok({
    endpoint: `http://127.0.0.1:${String(port)}`,
    pid: () => current.pid,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await stopChild(current);
    },
  });
}

function startChild(folder: string, port: number): Promise<Result<Started, EmbeddedStoreFailure>> {
  const child = spawn(process.execPath, [PROGRAM, folder, String(port)], {
    // Whatever dynalite prints when it dies stays unread: it may quote what is stored.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const settle = (outcome: Result<Started, EmbeddedStoreFailure>) => {
      clearTimeout(limit);
      if (!outcome.ok) child.kill('SIGKILL');
      resolve(outcome);
    };
    const limit = setTimeout(() => {
      settle(failed({ code: 'folder-unusable' }));
    }, LONGEST_START_MS);
    child.once('error', () => {
      settle(failed({ code: 'folder-unusable' }));
    });
    child.once('exit', () => {
      settle(failed({ code: 'folder-unusable' }));
    });
    child.on('message', (message) => {
      const told = childMessage.safeParse(message);
      if (told.success) settle(outcomeOf(child, told.data));
    });
  });
}

function outcomeOf(child: ChildProcess, message: ChildMessage): Result<Started, EmbeddedStoreFailure> {
  switch (message.kind) {
    case 'ready':
      return ok({ child, port: message.port });
    case 'locked':
      return failed({ code: 'locked', pid: message.pid });
    case 'port-in-use':
      return failed({ code: 'port-in-use' });
    case 'folder-unusable':
    case 'crashed':
      return failed({ code: 'folder-unusable' });
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    if (child.connected) child.send(PLEASE_STOP, () => undefined);
  });
}
