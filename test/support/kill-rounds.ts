import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { seededChance, wholeBetween } from './seeded-chance.ts';

const acknowledgement = z.object({ sequence: z.int(), catalogue: z.string() });

/** What a killed program had acknowledged: one JSON line `{"sequence":3,"catalogue":"…"}` on its standard output each. */
export type Acknowledged = z.output<typeof acknowledgement>;

/** A program to be killed again and again; `arguments` are those of node for a round counted from 1. */
export type KillPlan = {
  readonly rounds: number;
  readonly seed: number;
  /** Moments are spread evenly over these milliseconds after the start of the program. */
  readonly moment: { readonly from: number; readonly to: number };
  readonly arguments: (round: number) => readonly string[];
  /** Looks at what is left after each kill. */
  readonly afterKill: (acknowledged: readonly Acknowledged[], round: number) => Promise<void>;
};

/**
 * Starts the program in a process group of its own, kills the whole group at a random moment, and has a look; again for
 * each round. Throws when the program ended by itself, for then nothing was tested.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<void> {
  const chance = seededChance(plan.seed);
  for (let round = 1; round <= plan.rounds; round++) {
    const moment = wholeBetween(chance, plan.moment.from, plan.moment.to);
    await plan.afterKill(await runUntilKilled(plan.arguments(round), moment), round);
  }
}

async function runUntilKilled(
  given: readonly string[],
  milliseconds: number,
): Promise<readonly Acknowledged[]> {
  const program = spawn(process.execPath, [...given], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reading = createInterface({ input: program.stdout }).on('line', (line) => lines.push(line));
  const closed = once(reading, 'close');
  const exited = once(program, 'exit');
  await Promise.race([pause(milliseconds), exited]);
  if (program.exitCode !== null) throw new Error(`the program ended by itself: ${String(program.exitCode)}`);
  process.kill(-program.pid!, 'SIGKILL');
  await Promise.all([exited, closed]);
  // The kill may cut the last line; what was not written in full was not acknowledged.
  return lines.filter((line) => line.endsWith('}')).map((line) => acknowledgement.parse(JSON.parse(line)));
}
