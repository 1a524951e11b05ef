import * as z from 'zod';
import type { Seats } from '../../domain/offer/offer.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { writtenId } from '../written-id.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import { readSeats } from './read-figures.ts';

const line = z.string().max(500);
const counts = z.object({
  guid: line.transform((guid) => guid.trim()).pipe(line.min(1)),
  maximale_teilnehmerzahl: line.nullish(),
  aktuelle_teilnehmerzahl: line.nullish(),
});

/** The seats of one course by its own id in the feed, or that its numbers say nothing that could be believed. */
export type Occupancy = { readonly number: number; readonly id?: string; readonly seats?: Seats };

/**
 * The hourly occupancy file beside an Open-vhs feed: numbers of the courses it names. It says nothing of those it lacks.
 * Ends after a failure.
 */
export async function* readOccupancy(bytes: Uint8Array): AsyncGenerator<Result<Occupancy, ReadFailure>> {
  let number = 0;
  for await (const read of readXmlRecords(bytes, { records: ['veranstaltung'] })) {
    if (!read.ok) {
      yield failed(read.failure);
      return;
    }
    number += 1;
    const parsed = counts.safeParse(read.value.value);
    if (!parsed.success) yield ok({ number });
    else {
      const id = writtenId(parsed.data.guid);
      const { seats } = readSeats(parsed.data, { number, id });
      yield ok({ number, id, ...(seats && { seats }) });
    }
  }
}
