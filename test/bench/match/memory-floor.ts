import { medianOf, timed } from '../timing.ts';

const PROBE_BYTES = 268_435_456;
const RUNS = 7;

/**
 * Bytes read from memory in a second by one core: a search for a byte that is not there (memchr, which Node's `indexOf`
 * calls) through 256 MiB, more than any cache holds; the median of seven.
 */
export function readBandwidth(): number {
  const probe = Buffer.alloc(PROBE_BYTES, 1);
  const runs = Array.from({ length: RUNS }, () => timed(() => probe.indexOf(0)).ms);
  return PROBE_BYTES / (medianOf(runs) / 1000);
}
