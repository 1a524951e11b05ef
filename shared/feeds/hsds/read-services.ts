import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';

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
const idMark = z.object({ id: z.unknown() });
const ownId = z.object({ id: z.string().trim().min(1) });

/** The id of a service as it stands in a list, `undefined` where it has none. */
export function serviceIdOf(service: unknown): string | undefined {
  return ownId.safeParse(service).data?.id;
}

/**
 * All services of a JSON text, as they stand there: one page of the API, a list of pages one after another, a list of
 * services, or one service. Ends with a failure where the pages together hold fewer than they count, as a list that lost its
 * end or its name would otherwise withdraw what it lacks.
 */
export async function* readServices(bytes: Uint8Array): AsyncGenerator<Result<unknown, ReadFailure>> {
  let [listed, hasId] = [0, false];
  let total: number | undefined;
  for await (const read of readJsonRecords(bytes, '$.*')) {
    if (!read.ok) {
      yield failed({ ...read.failure, record: listed + 1 });
      return;
    }
    const page = pageMarks.safeParse(read.value.value).success
      ? pageSchema.safeParse(read.value.value).data
      : undefined;
    if (page !== undefined) total = Math.max(total ?? 0, page.total_items ?? 0);
    const services = page === undefined ? [read.value.value] : (page.contents ?? page.services ?? []);
    listed += services.length;
    for (const service of services) {
      hasId ||= idMark.safeParse(service).data?.id !== undefined;
      yield ok(service);
    }
  }
  if (total !== undefined && listed < total)
    yield failed({ code: 'records-missing', byte: 0, record: listed, field: 'contents' });
  else if (listed > 0 && !hasId) yield failed({ code: 'field-renamed', byte: 0, record: 1, field: 'id' });
}
