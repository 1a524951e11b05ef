import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import { xmlText } from '../xml/xml-schema.ts';
import { OUTLINE_ELEMENTS, outlineOf } from './outline.ts';

/** Which services of a full catalogue and its updates are in force. */
export type CataloguePlan = {
  /** In which file, from 0, the service that counts stands; what was deleted is not in it. */
  readonly fileOf: ReadonlyMap<string, number>;
  /** How many dates in force an offer has; one that stands twice counts twice. */
  readonly datesOf: ReadonlyMap<string, number>;
};

/** The services in force so far, each with its file and the offer it is a date of. */
type InForce = Map<string, { readonly file: number; readonly parent?: string }>;

/** What one file is and names. */
type FileOutline = {
  readonly kind: 'full' | 'part' | 'update';
  readonly sequence: number;
  readonly deleted: readonly string[];
  readonly given: readonly { readonly id: string; readonly parent?: string }[];
};

/**
 * Reads the outline of every file and checks their order: the first is a full catalogue, each update is numbered one above the
 * last, from 1. In an update deletions come first, wherever they stand; deleting an offer deletes its dates too.
 */
export async function planCatalogue(
  files: readonly Uint8Array[],
): Promise<Result<CataloguePlan, ReadFailure>> {
  const inForce: InForce = new Map();
  const givenBy: FileOutline['given'][] = [];
  let sequence = 0;
  for (const [file, bytes] of files.entries()) {
    const outline = await outlineFile(bytes);
    if (!outline.ok) return outline;
    const { kind, sequence: stated, deleted, given } = outline.value;
    const refuse = (code: ReadFailure['code'], field: string) => failed({ code, byte: 0, record: 0, field });
    if (file === 0 && kind === 'update') return refuse('update-without-catalogue', 'UPDATE_CATALOG');
    if (file === 0 && kind === 'part') return refuse('catalogue-partial', 'NEW_CATALOG@FULLCATALOG');
    if (file > 0 && kind === 'full') inForce.clear();
    if (kind === 'update' && stated !== sequence + 1) {
      return refuse('update-gap', `seq_number ${String(stated)}, ${String(sequence + 1)} expected`);
    }
    sequence = kind === 'full' ? 0 : kind === 'update' ? stated : sequence;
    remove(new Set(deleted), inForce);
    givenBy.push(given);
    for (const { id, parent } of given) inForce.set(id, { file, ...(parent !== undefined && { parent }) });
  }
  const datesOf = new Map<string, number>();
  for (const [file, given] of givenBy.entries()) {
    for (const { id, parent } of given) {
      if (parent === undefined || inForce.get(id)?.file !== file) continue;
      datesOf.set(parent, (datesOf.get(parent) ?? 0) + 1);
    }
  }
  return ok({ fileOf: new Map([...inForce].map(([id, { file }]) => [id, file])), datesOf });
}

function remove(ids: ReadonlySet<string>, inForce: InForce): void {
  for (const [id, { parent }] of inForce) {
    if (ids.has(id) || (parent !== undefined && ids.has(parent))) inForce.delete(id);
  }
}

const SHELLS = ['OPENQCAT', 'NEW_CATALOG', 'UPDATE_CATALOG'];

async function outlineFile(bytes: Uint8Array): Promise<Result<FileOutline, ReadFailure>> {
  const deleted: string[] = [];
  const given: { readonly id: string; readonly parent?: string }[] = [];
  let isOpenqCat = false;
  let kind: FileOutline['kind'] | undefined;
  let [sequence, services] = [0, 0];
  for await (const read of readXmlRecords(bytes, {
    records: ['SERVICE'],
    shells: SHELLS,
    only: OUTLINE_ELEMENTS,
  })) {
    if (!read.ok) return failed({ ...read.failure, record: services + 1 }); // frames and deletions are no records
    const { name, value, within } = read.value;
    if (name === 'SERVICE' && within.at(-1) !== 'DELETE') services += 1;
    if (name === 'OPENQCAT') isOpenqCat = true;
    else if (name === 'NEW_CATALOG') kind = isFull(value) ? 'full' : 'part';
    else if (name === 'UPDATE_CATALOG') [kind, sequence] = ['update', sequenceOf(value)];
    else noteService(read.value, deleted, given);
  }
  if (!isOpenqCat || kind === undefined) {
    return failed({ code: 'catalogue-missing', byte: 0, record: 0, field: 'OPENQCAT/NEW_CATALOG' });
  }
  return ok({ kind, sequence, deleted, given });
}

function noteService(
  { value, within }: XmlElement,
  deleted: string[],
  given: { readonly id: string; readonly parent?: string }[],
): void {
  if (within.at(-1) === 'DELETE') {
    const named = deletionSchema.safeParse(value);
    if (named.success) deleted.push(named.data.PRODUCT_ID);
    return;
  }
  const outline = outlineOf(value);
  if (outline)
    given.push({ id: outline.id, ...(outline.parent !== undefined && { parent: outline.parent }) });
}

const deletionSchema = z.object({ PRODUCT_ID: xmlText(255) });

function isFull(catalogue: unknown): boolean {
  const attributes = z.object({ '@FULLCATALOG': z.string().optional() }).safeParse(catalogue);
  return !attributes.success || !['false', '0'].includes(attributes.data['@FULLCATALOG'] ?? 'true');
}

function sequenceOf(catalogue: unknown): number {
  const attributes = z.object({ '@seq_number': z.string() }).safeParse(catalogue);
  return attributes.success ? Number(attributes.data['@seq_number']) : Number.NaN;
}
