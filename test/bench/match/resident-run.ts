// Loads the index in the file named first and prints the memory of this process before and after, as JSON.
import { readFileSync } from 'node:fs';
import { rounded } from '../figures.ts';
import { collectGarbage } from '../timing.ts';
import { FAST_MATCHER } from './fast-matcher.ts';

const MIB = 1_048_576;

const [file = ''] = process.argv.slice(2);
const before = settledMemory();
const index = FAST_MATCHER.read?.(readFileSync(file));
const after = settledMemory();
console.log(
  JSON.stringify({
    beforeMiB: rounded(before / MIB),
    residentMiB: rounded(after / MIB),
    indexMiB: index === undefined ? 0 : rounded((after - before) / MIB),
  }),
);

/** Bytes resident after what is not used was given back. */
function settledMemory(): number {
  collectGarbage();
  return process.memoryUsage.rss();
}
