import * as z from 'zod';
import type { FieldCode } from './field-codes.ts';

/** Notes a fault at the value being parsed, or at one of its fields, and ends the transformation. */
export function refuse(context: z.RefinementCtx, code: FieldCode, ...path: (string | number)[]): never {
  context.addIssue({ code: 'custom', params: { code }, path });
  return z.NEVER;
}
