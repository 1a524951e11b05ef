import * as z from 'zod';

/** What the child that runs the store tells its parent: once how starting went, later how it came to its end. */
export const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.int() }),
  z.object({ kind: z.literal('locked'), pid: z.int() }),
  z.object({ kind: z.literal('port-in-use') }),
  z.object({ kind: z.literal('folder-unusable') }),
  z.object({ kind: z.literal('crashed'), error: z.string() }),
]);
export type ChildMessage = z.output<typeof childMessage>;

/** What the parent asks of the child; its silence for good (a closed channel) means the same. */
export const PLEASE_STOP = 'stop';
