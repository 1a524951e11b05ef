import { ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import { outlineOf } from './outline.ts';
import { planCatalogue } from './plan-catalogue.ts';

/** What `toOffer` is given of a service: its header, the offer it is a date of, and whether that was found. */
export type ServiceRecord = {
  readonly header: unknown;
  readonly service: unknown;
  readonly parent?: unknown;
  readonly isOrphan: boolean;
};

type Waiting = { readonly number: number; readonly header: unknown; readonly service: unknown };

/**
 * The services of a full catalogue and the updates after it, oldest first, as of the last file. Reads every file twice: first who
 * belongs to whom and what was deleted or replaced (plan-catalogue.ts), then the services themselves. Memory holds offers
 * only while dates of theirs are to come, wherever in the files they stand. An offer without a date of its own gives no record
 * where others are its dates. Numbers count the services of all files.
 */
export async function* readCatalogue(
  files: readonly Uint8Array[],
): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const plan = await planCatalogue(files);
  if (!plan.ok) {
    yield plan;
    return;
  }
  const parents = new Map<string, unknown>();
  const open = new Map(plan.value.datesOf);
  const waiting = new Map<string, Waiting[]>();
  let number = 0;
  for (const [file, bytes] of files.entries()) {
    let header: unknown;
    for await (const read of readXmlRecords(bytes, { records: ['HEADER', 'SERVICE'] })) {
      if (!read.ok) {
        yield read; // reached only if the bytes are not what they were at the first reading
        return;
      }
      if (read.value.name === 'HEADER') header = read.value.value;
      if (!isGiven(read.value)) continue;
      number += 1;
      const service = read.value.value;
      const outline = outlineOf(service);
      if (outline === undefined) {
        yield ok({ number, value: recordOf({ header, service }) });
        continue;
      }
      if (plan.value.fileOf.get(outline.id) !== file) continue;
      const { parent } = outline;
      if (parent !== undefined && plan.value.fileOf.has(parent)) {
        if (!parents.has(parent)) {
          waiting.set(parent, [...(waiting.get(parent) ?? []), { number, header, service }]);
          continue;
        }
        yield ok({ number, value: recordOf({ header, service }, parents.get(parent)) });
        forget(parent, 1, parents, open);
        continue;
      }
      if (parent !== undefined) {
        yield ok({ number, value: { ...recordOf({ header, service }), isOrphan: true } });
        continue;
      }
      const dates = plan.value.datesOf.get(outline.id) ?? 0;
      if (outline.hasDate || dates === 0) yield ok({ number, value: recordOf({ header, service }) });
      if (dates === 0 || parents.has(outline.id)) continue;
      parents.set(outline.id, service);
      const held = waiting.get(outline.id) ?? [];
      waiting.delete(outline.id);
      for (const date of held) yield ok({ number: date.number, value: recordOf(date, service) });
      forget(outline.id, held.length, parents, open);
    }
  }
  for (const date of [...waiting.values()].flat()) {
    yield ok({ number: date.number, value: { ...recordOf(date), isOrphan: true } }); // its offer is a date itself
  }
}

/** A service that stands in the catalogue, not one that is named to be deleted. */
function isGiven({ name, within }: XmlElement): boolean {
  return name === 'SERVICE' && within.at(-1) !== 'DELETE';
}

function recordOf(found: Pick<Waiting, 'header' | 'service'>, parent?: unknown): ServiceRecord {
  const { header, service } = found;
  return { header, service, ...(parent !== undefined && { parent }), isOrphan: false };
}

function forget(
  parent: string,
  given: number,
  parents: Map<string, unknown>,
  open: Map<string, number>,
): void {
  const left = (open.get(parent) ?? 0) - given;
  open.set(parent, left);
  if (left <= 0) parents.delete(parent);
}
