import * as z from 'zod';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { plainLine } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { offerOfCourse, slug } from './to-offer.ts';
import { parseXmlRecord } from './xml-record.schema.ts';

/** What the reader gives: a course, and the name of the centre that wrote the file. */
const readCourse = compiledOnUse(z.object({ centre: z.string().max(500), course: z.unknown() }));

/** One course of an XML file as an offer of the centre that wrote it. */
export function toOfferFromXml(raw: RawRecord, context: OfferContext): RecordOutcome {
  const read = readCourse.safeParse(raw.value);
  if (!read.success) return recordRefused(raw, read.error);
  const parsed = parseXmlRecord(read.data.course);
  if (!parsed.ok) return recordRefused(raw, parsed.failure);
  return offerOfCourse(raw, parsed.value, centreOf(read.data.centre), context);
}

/** `'vhs Landkreis Fulda'` -> id `vhs-landkreis-fulda`; a file that names nobody comes from an adult-education centre. */
function centreOf(written: string): { readonly id?: string; readonly name: string } {
  const name = plainLine(written);
  if (name === '') return { name: 'Volkshochschule' };
  const id = slug(name).replace(/^(?:vhs|volkshochschule)-/u, '');
  return { id: `vhs-${id}`, name };
}
