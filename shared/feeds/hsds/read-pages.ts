import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { isActive } from './is-active.ts';

const pageSchema = z.object({
  contents: z.array(z.unknown()).nullish(),
  services: z.array(z.unknown()).nullish(),
  total_items: z.coerce.number().int().min(0).nullish().catch(undefined),
});
const pageMarks = z.union([
  z.object({ total_items: z.unknown() }).required(),
  z.object({ contents: z.unknown() }).required(),
  z.object({ services: z.unknown() }).required(),
]);
const serviceMarks = z.object({ id: z.unknown(), status: z.unknown().optional() });

/**
 * The active services of a JSON text: one page of the API, a list of pages one after another, a list of services, or one
 * service. Ends with a failure where the pages together hold fewer than they count, as a list that lost its end or its name would
 * otherwise withdraw what it lacks.
 */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  let [number, listed, hasId] = [0, 0, false];
  let total: number | undefined;
  for await (const read of readJsonRecords(bytes, '$.*')) {
    if (!read.ok) {
      yield failed({ ...read.failure, record: number + 1 });
      return;
    }
    const page = pageMarks.safeParse(read.value.value).success
      ? pageSchema.safeParse(read.value.value).data
      : undefined;
    if (page !== undefined) total = Math.max(total ?? 0, page.total_items ?? 0);
    const services = page === undefined ? [read.value.value] : (page.contents ?? page.services ?? []);
    listed += services.length;
    for (const value of services) {
      const marks = serviceMarks.safeParse(value).data;
      hasId ||= marks?.id !== undefined;
      if (!isActive(marks?.status)) continue;
      yield ok({ number: (number += 1), value });
    }
  }
  if (total !== undefined && listed < total)
    yield failed({ code: 'records-missing', byte: 0, record: listed, field: 'contents' });
  else if (listed > 0 && !hasId) yield failed({ code: 'field-renamed', byte: 0, record: 1, field: 'id' });
}
