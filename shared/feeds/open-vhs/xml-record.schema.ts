import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import { listOf } from '../list-of.ts';
import { recordSchema } from './record.schema.ts';

const line = z.string().max(500);
const optionalLine = line.nullish();

/** What version 1.2 has in another place than the dialect of Berlin, or of which it has several. */
const ownSchema = z.looseObject({
  untertitel: listOf(line, 10),
  level: optionalLine,
  schlagwort: listOf(line, 200),
  veranstaltungsort: z
    .object({
      name: optionalLine,
      adresse: z.object({ plz: optionalLine, ort: optionalLine, strasse: optionalLine }).nullish(),
      barrierefrei: optionalLine,
    })
    .nullish(),
  termin: listOf(z.unknown(), 1000),
  preis: z.object({ betrag: optionalLine, zusatz: listOf(z.string().max(50_000), 10) }).nullish(),
  webadresse: listOf(z.object({ typ: optionalLine, uri: line.max(2000).nullish() }), 20),
});

const berlinSchema = recordSchema.omit({ bezirk: true });
const [checkedOwn, checkedBerlin] = [compiledOnUse(ownSchema), compiledOnUse(berlinSchema)];

/**
 * A course of Open-vhs 1.2 (0.9 to 1.1 lack fields and have no others) in the shape of the dialect of Berlin, so that one way
 * leads from either to an offer: the one place of the course stands beside each session, `level` among the keywords.
 */
export function parseXmlRecord(value: unknown): Result<z.output<typeof berlinSchema>, z.ZodError> {
  const own = checkedOwn.safeParse(plainRecord(value));
  if (!own.success) return failed(own.error);
  const read = checkedBerlin.safeParse(berlinShape(own.data));
  return read.success ? ok(read.data) : failed(read.error);
}

function berlinShape(own: z.output<typeof ownSchema>): Record<string, unknown> {
  const { veranstaltungsort: at, termin, level, preis } = own;
  const adresse = at && { lehrstaette: at.name, ...at.adresse, behindertenzugang: at.barrierefrei };
  const sessionsAt = adresse ? (termin.length === 0 ? [adresse] : termin.map(() => adresse)) : [];
  return {
    ...own,
    untertitel: own.untertitel.join(' · '),
    schlagwort: [...own.schlagwort, ...levelTag(level ?? '')],
    ortetermine: { adresse: sessionsAt, termin },
    preis: preis && { betrag: preis.betrag, zusatz: preis.zusatz.join('; ') },
    webadresse: own.webadresse.filter(({ typ }) => (typ ?? 'website').startsWith('website')),
  };
}

/** `B1.2` is a part of B1; `Einsteiger` says no level. */
function levelTag(level: string): readonly string[] {
  const named = /^([ABC][12])(?:\.\d+)?$/u.exec(level.trim())?.[1];
  return named === undefined ? [] : [`level_${named}`];
}

/** Members that are looked at; all else is unknown, and as large as it likes. */
const USED: ReadonlySet<string> = new Set(
  [ownSchema, berlinSchema].flatMap(({ shape }) => Object.keys(shape)),
);

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
