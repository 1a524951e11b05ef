import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Figure } from './figures.ts';
import { askProcess } from './match/ask-process.ts';
import type { SizeOrder } from './match/size-plan.ts';

const SIZE_RUN = fileURLToPath(new URL('./match/size-run.ts', import.meta.url));
/** Enough for a million offers as objects, with an index and tables beside them. */
const HEAP_MIB = 14_336;

const figures = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])));

/** What to measure: sizes, whether with levers too, how many families a size, and which matchers. */
export type MatchBench = Omit<SizeOrder, 'offers'> & { readonly offerCounts: readonly number[] };

/**
 * The matcher and its peers over generated offers of Berlin. Each size has a process of its own, so that none works on the
 * heap of another; within it everything runs one after another, and ratios are of that one run.
 */
export async function benchMatch({ offerCounts, ...order }: MatchBench): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const offers of offerCounts) {
    console.error(`matching ${String(offers)} offers …`);
    found.push(
      ...figures.parse(await askProcess(SIZE_RUN, [JSON.stringify({ offers, ...order })], HEAP_MIB)),
    );
  }
  return found;
}
