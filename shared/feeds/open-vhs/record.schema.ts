import * as z from 'zod';
import { listOf } from '../list-of.ts';

const text = z.string().max(50_000);
const line = z.string().max(500);
/**
 * Numbers and booleans are texts in this dialect; a converter that mends that is welcome. A number so large that JSON has
 * lost its last digits is none.
 */
const figure = z.union([
  line,
  z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).transform(String),
  z.boolean().transform(String),
]);
const optionalLine = line.nullish();
const optionalFigure = figure.nullish();

const address = z.object({
  lehrstaette: optionalLine,
  plz: optionalFigure,
  ort: optionalLine,
  strasse: optionalLine,
  raum: optionalFigure,
  laengengrad: optionalFigure,
  breitengrad: optionalFigure,
  behindertenzugang: optionalFigure,
});

/** A session of a record, not checked yet. */
export const session = z.object({
  beginn_datum: optionalLine,
  beginn_uhrzeit: optionalLine,
  ende_uhrzeit: optionalLine,
});

/** Sessions of one course, and addresses. */
export const MAX_SESSIONS = 1000;

/**
 * A course of the Open-vhs feed in the JSON dialect of Berlin, as far as it is used. What is not named here (above all
 * `dozent` and `ansprechperson`, which hold persons) is dropped unread; unknown keys are no fault.
 */
export const recordSchema = z.object({
  guid: figure,
  name: text,
  untertitel: text.nullish(),
  bezirk: line,
  dvv_kategorie: z.object({ '#text': figure.nullish() }).nullish(),
  veranstaltungsart: optionalLine,
  aktuelle_teilnehmerzahl: optionalFigure,
  maximale_teilnehmerzahl: optionalFigure,
  beginn_datum: optionalLine,
  ende_datum: optionalLine,
  zielgruppe: listOf(line, 20),
  schlagwort: listOf(line, 200),
  text: listOf(z.object({ text: text.nullish() }), 20),
  anmeldung: z.object({ telefon: optionalLine, mail: optionalLine, link: optionalLine }).nullish(),
  /** Days of the week of a course whose dates are not listed. */
  wochentag: listOf(line, 7),
  ortetermine: z
    .object({ adresse: listOf(address, MAX_SESSIONS), termin: listOf(session, MAX_SESSIONS) })
    .nullish(),
  preis: z.object({ betrag: optionalFigure, zusatz: text.nullish() }).nullish(),
  merkmale: z
    .object({ merkmal: listOf(z.object({ name: optionalLine, wert: optionalFigure }), 50) })
    .nullish(),
  webadresse: listOf(z.object({ uri: line.max(2000).nullish() }), 20),
});

/** A checked record. */
export type VhsRecord = z.output<typeof recordSchema>;
/** One address of a record; the one at the same position of the sessions is theirs. */
export type VhsAddress = z.output<typeof address>;
/** One session of a record. */
export type VhsSession = z.output<typeof session>;
