import * as z from 'zod';
import { ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { isActive } from './is-active.ts';
import { readServices } from './read-services.ts';

const statusMark = z.object({ status: z.unknown() });

/** The active services of a JSON text, see read-services.ts; they alone are counted. */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  let number = 0;
  for await (const read of readServices(bytes)) {
    if (!read.ok) yield read;
    else if (isActive(statusMark.safeParse(read.value).data?.status))
      yield ok({ number: (number += 1), value: read.value });
  }
}
