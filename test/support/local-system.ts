import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Berlin stands still at a date, so that its answers never change; a test that wants the usual region sets an empty one. */
const STANDS_STILL = { VEREINBAR_REGION: 'berlin' };

/** What a program printed and how it ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** A running `npm start`; `stop` asks it to end and gives what it printed. */
export type RunningSystem = {
  readonly url: string;
  readonly pid: number;
  readonly out: () => string;
  readonly stop: () => Promise<Ended>;
};

/** An empty data folder of a test. */
export async function dataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'vereinbar-'));
}

function launch(program: readonly string[], settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], PORT: '0', ...STANDS_STILL, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...printed });
    });
  });
  return { child, printed, ended };
}

/** Runs a program of functions/local to its end. */
export async function runToEnd(
  program: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ended> {
  return launch(program, settings).ended;
}

/** Runs a command of the CLI to its end. */
export async function runCli(folder: string, ...command: string[]): Promise<Ended> {
  return runToEnd(['functions/local/cli.ts', ...command], { VEREINBAR_DATA: folder });
}

/** Starts the local system and waits until it says that it is ready; throws with all it printed when it ends before. */
export async function startLocalSystem(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSystem> {
  const { child, printed, ended } = launch(['functions/local/main.ts'], {
    VEREINBAR_DATA: folder,
    ...settings,
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /is ready: (http:\/\/127\.0\.0\.1:\d+)/.exec(printed.out)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    ready,
    ended.then(({ out, err }) => {
      throw new Error(`the system ended before it was ready\n${out}\n${err}`);
    }),
  ]);
  return {
    url,
    pid: child.pid!,
    out: () => printed.out,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
