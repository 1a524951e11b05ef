import { runUntilKilled, type Killed, type Moment } from '../../support/kill-rounds.ts';
import { seededChance, type Chance } from '../../support/seeded-chance.ts';

/** The stages of an import in order, each as far as the next one begins; `pointer` ends with the acknowledgement. */
export const STAGES = ['fetch', 'read', 'versions', 'chunks', 'pointer'] as const;

/** One of them. */
export type Stage = (typeof STAGES)[number];

/**
 * Which import is killed: the first one into an empty store, the first one of a process, or the second one of a process,
 * after an acknowledgement.
 */
export type Kind = 'into-nothing' | 'first' | 'second';

/** How long each stage takes when nobody kills it, in milliseconds, in the order of STAGES. */
export type StageTimes = Readonly<Record<Kind, readonly number[]>>;

const LINES_OF_IMPORT = STAGES.length + 1;

/** Measures an import of each kind: the program run over an empty folder for two imports, then again for one. */
export async function measureStages(program: readonly string[]): Promise<StageTimes> {
  const two = await runUntilKilled(program, { afterLine: 1 + 2 * LINES_OF_IMPORT, milliseconds: 0 });
  const one = await runUntilKilled(program, { afterLine: 1 + LINES_OF_IMPORT, milliseconds: 0 });
  return { 'into-nothing': timesOf(two, 0), first: timesOf(one, 0), second: timesOf(two, 1) };
}

function timesOf({ saidAtMs }: Killed, nth: number): readonly number[] {
  const begun = saidAtMs.slice(1 + nth * LINES_OF_IMPORT);
  return STAGES.map((_, index) => begun[index + 1]! - begun[index]!);
}

/**
 * As many moments as there are rounds, in an order of chance. Every other one is spread evenly over the duration of the
 * import; the rest over its stages, however short. Both are counted from the stage they fall into, so that a slow
 * machine is hit at the same stages.
 */
export function planMoments(
  kinds: readonly Kind[],
  times: StageTimes,
  seed: number,
): readonly { readonly kind: Kind; readonly stage: Stage; readonly moment: Moment }[] {
  const chance = seededChance(seed);
  const slots = shuffled(
    kinds.map((_, slot) => slot),
    chance,
  );
  return kinds.map((kind, round) => {
    const slot = slots[round]!;
    const { stage, milliseconds } =
      slot % 2 === 0
        ? afterShare(times[kind], (slot + 2 * chance()) / kinds.length)
        : withinStage(times[kind], Math.floor(slot / 2) % STAGES.length, chance());
    const linesBefore = 1 + (kind === 'second' ? LINES_OF_IMPORT : 0);
    return { kind, stage: STAGES[stage]!, moment: { afterLine: linesBefore + stage + 1, milliseconds } };
  });
}

type Within = { readonly stage: number; readonly milliseconds: number };

function withinStage(times: readonly number[], stage: number, share: number): Within {
  return { stage, milliseconds: Math.floor(share * times[stage]!) };
}

function afterShare(times: readonly number[], share: number): Within {
  let rest = share * times.reduce((sum, time) => sum + time, 0);
  for (const [stage, time] of times.entries()) {
    if (rest < time) return { stage, milliseconds: Math.floor(rest) };
    rest -= time;
  }
  return withinStage(times, times.length - 1, 1);
}

function shuffled(values: readonly number[], chance: Chance): readonly number[] {
  return values
    .map((value) => ({ value, order: chance() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ value }) => value);
}
