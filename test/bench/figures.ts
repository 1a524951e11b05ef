import { availableParallelism, totalmem } from 'node:os';

/** What one benchmark found; names carry their units. */
export type Figure = Readonly<Record<string, string | number | boolean>>;

/** One run of one benchmark, printed as one JSON document. */
export type BenchReport = {
  readonly bench: string;
  readonly machine: { readonly cores: number; readonly node: string; readonly memoryMiB: number };
  readonly figures: readonly Figure[];
};

/** Puts the figures beside the machine they were found on. */
export function reportOf(bench: string, figures: readonly Figure[]): BenchReport {
  const memoryMiB = Math.round(totalmem() / 1_048_576);
  return { bench, machine: { cores: availableParallelism(), node: process.version, memoryMiB }, figures };
}

/** Percentiles by nearest rank and the greatest, rounded to hundredths; `milliseconds` is not empty. */
export function percentilesMs(milliseconds: readonly number[]): {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
} {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

/** Two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The figures of comparisons in which answers differed; a benchmark that has any has failed. */
export function differingFigures(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ mismatches }) => typeof mismatches === 'number' && mismatches > 0);
}
