import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { seededChance, wholeBetween, type Chance } from './seeded-chance.ts';

const acknowledgement = z.strictObject({ sequence: z.int(), catalogue: z.string() });
const stageBegun = z.strictObject({ stage: z.string(), run: z.int() });
const beginning = z.strictObject({ started: z.literal(true) });
const said = z.union([acknowledgement, stageBegun, beginning]);

/** What a killed program had acknowledged: one JSON line `{"sequence":3,"catalogue":"…"}` on its standard output each. */
export type Acknowledged = z.output<typeof acknowledgement>;

/** The step a program went into, of its nth piece of work: a line `{"stage":"read","run":3}`. */
export type StageBegun = z.output<typeof stageBegun>;

/** All that a killed program said in full, and when in milliseconds since it was started, in order. */
export type Killed = {
  readonly acknowledged: readonly Acknowledged[];
  readonly stages: readonly StageBegun[];
  readonly saidAtMs: readonly number[];
};

/** When to kill: so long after the line with this number (0 = after the start of the process, 1 = `started`). */
export type Moment = { readonly afterLine: number; readonly milliseconds: number };

/**
 * A program to be killed again and again; `arguments` are those of node for a round counted from 1. The program says
 * `{"started":true}` once it begins to work, then one acknowledgement after the other, and may say its stages.
 */
export type KillPlan = {
  readonly rounds: number;
  readonly seed: number;
  readonly arguments: (round: number) => readonly string[];
  /** When to kill in a round; where absent, at a moment of chance after a few lines or while the program starts. */
  readonly moment?: (round: number) => Moment;
  /** Looks at what is left after each kill. */
  readonly afterKill: (acknowledged: readonly Acknowledged[], round: number, killed: Killed) => Promise<void>;
};

const MOST_LINES = 5;
const LONGEST_DELAY_MS = 100;
const LONGEST_START_MS = 700;

/**
 * Starts the program in a process group of its own, kills the whole group at a random moment, and has a look; again for
 * each round. Throws when the program ended by itself, for then nothing was tested.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<void> {
  const chance = seededChance(plan.seed);
  for (let round = 1; round <= plan.rounds; round++) {
    const moment = plan.moment?.(round) ?? momentOfChance(chance, round);
    const killed = await runUntilKilled(plan.arguments(round), moment);
    await plan.afterKill(killed.acknowledged, round, killed);
  }
}

/**
 * Every fifth round is killed while it starts, the others after a random number of lines and some random milliseconds,
 * so that a slow machine is hit at the same stages as a fast one.
 */
function momentOfChance(chance: Chance, round: number): Moment {
  return round % 5 === 0
    ? { afterLine: 0, milliseconds: wholeBetween(chance, 0, LONGEST_START_MS) }
    : {
        afterLine: wholeBetween(chance, 1, MOST_LINES),
        milliseconds: wholeBetween(chance, 0, LONGEST_DELAY_MS),
      };
}

/** Runs the program until the moment and kills it with its whole process group. Throws when it ended by itself. */
export async function runUntilKilled(given: readonly string[], moment: Moment): Promise<Killed> {
  const start = performance.now();
  const program = spawn(process.execPath, [...given], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: { readonly line: string; readonly atMs: number }[] = [];
  const reading = createInterface({ input: program.stdout });
  const exited = once(program, 'exit');
  const closed = once(reading, 'close');
  const reached = new Promise<void>((resolve) => {
    if (moment.afterLine === 0) resolve();
    reading.on('line', (line) => {
      if (lines.push({ line, atMs: performance.now() - start }) === moment.afterLine) resolve();
    });
  });
  await Promise.race([reached.then(() => pause(moment.milliseconds)), exited]);
  if (program.exitCode !== null) throw new Error(`the program ended by itself: ${String(program.exitCode)}`);
  process.kill(-program.pid!, 'SIGKILL');
  await Promise.all([exited, closed]);
  // The kill may cut the last line; what was not written in full was not said.
  const whole = lines.filter(({ line }) => line.endsWith('}'));
  const all = whole.map(({ line }) => said.parse(JSON.parse(line)));
  return {
    acknowledged: all.filter((one) => 'sequence' in one),
    stages: all.filter((one) => 'stage' in one),
    saidAtMs: whole.map(({ atMs }) => atMs),
  };
}
