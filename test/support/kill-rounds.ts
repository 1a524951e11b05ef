import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { seededChance, wholeBetween } from './seeded-chance.ts';

const acknowledgement = z.object({ sequence: z.int(), catalogue: z.string() });

/** What a killed program had acknowledged: one JSON line `{"sequence":3,"catalogue":"…"}` on its standard output each. */
export type Acknowledged = z.output<typeof acknowledgement>;

/**
 * A program to be killed again and again; `arguments` are those of node for a round counted from 1. The program says
 * `{"started":true}` once it begins to work, then one acknowledgement after the other.
 */
export type KillPlan = {
  readonly rounds: number;
  readonly seed: number;
  readonly arguments: (round: number) => readonly string[];
  /** Looks at what is left after each kill. */
  readonly afterKill: (acknowledged: readonly Acknowledged[], round: number) => Promise<void>;
};

/** When to kill: so long after the line with this number (0 = after the start of the process, 1 = `started`). */
type Moment = { readonly afterLine: number; readonly milliseconds: number };

const MOST_LINES = 5;
const LONGEST_DELAY_MS = 100;
const LONGEST_START_MS = 700;

/**
 * Starts the program in a process group of its own, kills the whole group at a random moment, and has a look; again for
 * each round. Every fifth round is killed while it starts, the others after a random number of lines and some random
 * milliseconds, so that a slow machine is hit at the same stages as a fast one. Throws when the program ended by
 * itself, for then nothing was tested.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<void> {
  const chance = seededChance(plan.seed);
  for (let round = 1; round <= plan.rounds; round++) {
    const moment: Moment =
      round % 5 === 0
        ? { afterLine: 0, milliseconds: wholeBetween(chance, 0, LONGEST_START_MS) }
        : {
            afterLine: wholeBetween(chance, 1, MOST_LINES),
            milliseconds: wholeBetween(chance, 0, LONGEST_DELAY_MS),
          };
    await plan.afterKill(await runUntilKilled(plan.arguments(round), moment), round);
  }
}

async function runUntilKilled(given: readonly string[], moment: Moment): Promise<readonly Acknowledged[]> {
  const program = spawn(process.execPath, [...given], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reading = createInterface({ input: program.stdout });
  const exited = once(program, 'exit');
  const closed = once(reading, 'close');
  const reached = new Promise<void>((resolve) => {
    if (moment.afterLine === 0) resolve();
    reading.on('line', (line) => {
      if (lines.push(line) === moment.afterLine) resolve();
    });
  });
  await Promise.race([reached.then(() => pause(moment.milliseconds)), exited]);
  if (program.exitCode !== null) throw new Error(`the program ended by itself: ${String(program.exitCode)}`);
  process.kill(-program.pid!, 'SIGKILL');
  await Promise.all([exited, closed]);
  // The kill may cut the last line; what was not written in full was not acknowledged.
  return lines
    .slice(1)
    .filter((line) => line.endsWith('}'))
    .map((line) => acknowledgement.parse(JSON.parse(line)));
}
