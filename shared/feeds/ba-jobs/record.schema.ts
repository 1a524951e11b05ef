import * as z from 'zod';
import { listOf } from '../list-of.ts';

/** Text or number as text, trimmed; absent is empty. Numbers of a postcode have lost their zeros. */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim());
const flag = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 'true');
const money = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** One job of the search, version 6, by the fields that are used. */
export const jobSchema = z.object({
  referenznummer: text,
  stellenangebotsart: text,
  stellenangebotsTitel: text,
  hauptberuf: text,
  firma: text,
  stellenlokationen: listOf(
    z.object({
      adresse: z.object({ strasse: text, hausnummer: text, plz: text, ort: text }).nullish(),
      breite: text,
      laenge: text,
    }),
    100,
  ),
  homeofficetyp: text,
  arbeitszeitVollzeit: flag,
  arbeitszeitTeilzeitVormittag: flag,
  arbeitszeitTeilzeitNachmittag: flag,
  arbeitszeitTeilzeitAbend: flag,
  arbeitszeitTeilzeitFlexibel: flag,
  arbeitszeitSchichtNachtWochenende: flag,
  eintrittszeitraum: z.object({ von: text }).nullish(),
  aenderungsdatum: text,
  externeURL: text,
  gehaltsspanneVon: money,
  gehaltsspanneBis: money,
  festgehalt: money,
  artDerVerguetung: text,
  ausbildungsverguetungJahr1: money,
  ausbildungsverguetungJahr2: money,
  ausbildungsverguetungJahr3: money,
});

export type BaJob = z.output<typeof jobSchema>;
