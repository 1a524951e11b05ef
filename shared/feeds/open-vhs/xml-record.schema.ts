import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import { listOf } from '../list-of.ts';
import { MAX_SESSIONS, recordSchema, session, type VhsRecord } from './record.schema.ts';

const line = z.string().max(500);
const optionalLine = line.nullish();

/** Texts that become one, and are not to be longer together than one may be. */
const MAX_TEXT_CHARACTERS = 50_000;

/** What version 1.2 has in another place than the dialect of Berlin, or of which it has several; all else is as it is there. */
const courseSchema = recordSchema.omit({ bezirk: true, ortetermine: true }).extend({
  untertitel: listOf(line, 10),
  level: optionalLine,
  veranstaltungsort: z
    .object({
      name: optionalLine,
      adresse: z.object({ plz: optionalLine, ort: optionalLine, strasse: optionalLine }).nullish(),
      barrierefrei: optionalLine,
    })
    .nullish(),
  termin: listOf(session, MAX_SESSIONS),
  preis: z
    .object({
      betrag: optionalLine,
      zusatz: listOf(z.string(), 10).refine((parts) => parts.join('; ').length <= MAX_TEXT_CHARACTERS),
    })
    .nullish(),
  webadresse: listOf(z.object({ typ: optionalLine, uri: line.max(2000).nullish() }), 20),
});
const checkedCourse = compiledOnUse(courseSchema);

/**
 * A course of Open-vhs 1.2 (0.9 to 1.1 lack fields and have no others) in the shape of the dialect of Berlin, so that one way
 * leads from either to an offer: the one place of the course stands beside each session, `level` among the keywords.
 */
export function parseXmlRecord(value: unknown): Result<Omit<VhsRecord, 'bezirk'>, z.ZodError> {
  const read = checkedCourse.safeParse(plainRecord(value));
  return read.success ? ok(berlinShape(read.data)) : failed(read.error);
}

function berlinShape(course: z.output<typeof courseSchema>): Omit<VhsRecord, 'bezirk'> {
  const { veranstaltungsort: at, termin, level, preis } = course;
  const adresse = at && { lehrstaette: at.name, ...at.adresse, behindertenzugang: at.barrierefrei };
  const sessionsAt = adresse ? (termin.length === 0 ? [adresse] : termin.map(() => adresse)) : [];
  return {
    ...course,
    untertitel: course.untertitel.join(' · '),
    schlagwort: [...course.schlagwort, ...levelTag(level ?? '')],
    ortetermine: { adresse: sessionsAt, termin },
    preis: preis && { betrag: preis.betrag, zusatz: preis.zusatz.join('; ') },
    webadresse: course.webadresse.filter(({ typ }) => (typ ?? 'website').startsWith('website')),
  };
}

/** `B1.2` is a part of B1; `Einsteiger` says no level. */
function levelTag(level: string): readonly string[] {
  const named = /^([ABC][12])(?:\.\d+)?$/u.exec(level.trim())?.[1];
  return named === undefined ? [] : [`level_${named}`];
}

/** Members that are looked at; all else is unknown, and as large as it likes. */
const USED: ReadonlySet<string> = new Set(Object.keys(courseSchema.shape));

function plainRecord(value: unknown): unknown {
  if (!isKeyed(value)) return value;
  const record: Record<string, unknown> = {};
  for (const key in value) {
    if (!USED.has(key)) continue;
    const part = key === 'dvv_kategorie' ? categoryOf(value[key]) : plainValue(value[key]);
    if (part !== undefined) record[key] = part;
  }
  return record;
}

/** Elements without content are not there; text in an element with attributes is that text. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue).filter((item) => item !== undefined);
  if (!isKeyed(value)) return value === '' ? undefined : value;
  if (value['#text'] !== undefined && value['#text'] !== '') return plainValue(value['#text']);
  const node: Record<string, unknown> = {};
  for (const key in value) {
    const part = key === '__proto__' ? undefined : plainValue(value[key]);
    if (part !== undefined) node[key] = part;
  }
  return node;
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function categoryOf(part: unknown): unknown {
  return typeof part === 'string' ? { '#text': part } : part;
}
