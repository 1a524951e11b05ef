import * as z from 'zod';

/** A range of numbers, both ends included; one end is absent where there is none, or nobody tells it. */
export type NumberRange = { readonly from?: number; readonly to?: number };

const MARK = /^range (-?[\d.]+) (-?[\d.]+)$/;

function markOf(from: number, to: number): string {
  return `range ${String(from)} ${String(to)}`;
}

/** A whole number from `from` to `to`, whose faults tell both ends. */
export function wholeNumberIn(from: number, to: number): z.ZodInt {
  return z.int().min(from, markOf(from, to)).max(to, markOf(from, to));
}

/** A number from `from` to `to`, whose faults tell both ends. */
export function numberIn(from: number, to: number): z.ZodNumber {
  return z.number().min(from, markOf(from, to)).max(to, markOf(from, to));
}

/** The range that a number had to lie in, as far as the fault tells; `undefined` for other faults. */
export function rangeOf(issue: z.core.$ZodIssue): NumberRange | undefined {
  if (issue.code === 'custom') return parsedRange(issue.params?.['allowed']);
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  if (issue.origin !== 'number' && issue.origin !== 'int') return undefined;
  const [, from, to] = MARK.exec(issue.message) ?? [];
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) };
  return issue.code === 'too_small' ? { from: Number(issue.minimum) } : { to: Number(issue.maximum) };
}

const range = z.object({ from: z.number().exactOptional(), to: z.number().exactOptional() });

function parsedRange(allowed: unknown): NumberRange | undefined {
  return range.safeParse(allowed).data;
}
