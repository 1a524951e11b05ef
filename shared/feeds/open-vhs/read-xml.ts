import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';

const creator = z.object({ name: z.string().max(500).catch('') }).catch({ name: '' });

/**
 * The courses of an Open-vhs XML file, each with the name of the centre that the head of the file states; the centre's own
 * element is no record.
 */
export async function* readXml(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  let [centre, number] = ['', 0];
  for await (const read of readXmlRecords(bytes, { records: ['veranstaltung', 'ersteller'] })) {
    if (!read.ok) {
      yield failed({ ...read.failure, record: number + 1 });
      return;
    }
    const { name, value } = read.value;
    if (name === 'ersteller') centre = creator.parse(value).name;
    else yield ok({ number: (number += 1), value: { centre, course: value } });
  }
}
