import * as z from 'zod';
import type { FieldCode } from './field-codes.ts';
import type { NumberRange } from './number-range.ts';

/** Notes a fault at the value being parsed, or at one of its fields, and ends the transformation. */
export function refuse(context: z.RefinementCtx, code: FieldCode, ...path: (string | number)[]): never {
  context.addIssue({ code: 'custom', params: { code }, path });
  return z.NEVER;
}

/** The same for a number outside of what is allowed, which is named. */
export function refuseNumber(context: z.RefinementCtx, allowed: NumberRange): never {
  context.addIssue({ code: 'custom', params: { code: 'out-of-range', allowed } });
  return z.NEVER;
}
