import type { AgeRangeMonths } from '../../domain/offer/offer.ts';

/**
 * What a German text says of childcare at a course. `offered`: it says so plainly; `unclear`: it speaks of childcare, but on
 * request, as help in the search, as costs, or as what is taught; `not-offered`: there is none; `none`: no word of it. `during`: it
 * runs while the lessons do.
 */
export type ChildcareRead =
  | { readonly state: 'offered'; readonly during: boolean; readonly ages?: AgeRangeMonths }
  | { readonly state: 'not-offered' | 'unclear' | 'none' };

const NAMES =
  /kinder-?betreuung|\bkinder\b[^.;\n]{0,60}\b(?:werden|sind)\b[^.;\n]*\bbetreut|betreuung (?:ihrer|der|von|für)[^.;\n]{0,20}\bkinder/iu;
const OFFERS: readonly RegExp[] = [
  /\b(?:mit|inkl\.?|inklusive) (?:\p{L}+er )?kinder-?betreuung/iu,
  /\b(?:kostenlose|kostenfreie|kursbegleitende|unterrichtsbegleitende|begleitende|hauseigene) (?:\p{L}+e )?kinder-?betreuung/iu,
  /kinder-?betreuung(?: (?:ist|wird|steht|während|des|der|unterrichts|unterrichtszeiten|kurses|kurszeiten|ihnen|kostenlos|kostenfrei|direkt))* (?:vorhanden|angeboten|gewährleistet|sichergestellt|gegeben|bereitgestellt|zur verfügung|inklusive|inbegriffen|vor ort|im haus)/iu,
  /\b(?:bieten|bietet|haben|gibt es)\b[^.;\n]*kinder-?betreuung/iu,
  /kinder-?betreuung: ja\b/iu,
  /\bkinder\b[^.;\n]{0,60}\b(?:werden|sind)\b[^.;\n]*\bbetreut/iu,
];
const DENIES = /\b(?:kein|keine|keiner|keinerlei|ohne|nicht|leider)\b/iu;
const DOUBTS =
  /anfrage|absprache|vereinbarung|rücksprache|bedarf|wunsch|möglich|\bkann\b|können|könn|\bggf|gegebenenfalls|\bevtl|eventuell|such|unterstütz|hilf|helfen|vermitt|kosten(?!los|frei)|erstatt|übernahme|übernommen|zuschuss|geplant|planung|nähe|kooperation|selbst|eigen(?:ständig|e )|organisier|teilweise|begrenzt|soweit|sofern|\bfalls\b|\bwenn\b|voraussetzung|gesichert|geregelt|berat|thema|inhalt|modul|beruf|tätigkeit|bereich|fachkraft|pädagog|tagespflege|tagesmutter|ausbildung|qualifizierung|\bin der kinder|als kinder|für die kinder-?betreuung|vereinbarkeit|\boder\b/iu;
const DURING =
  /während (?:des|der|ihres) (?:\p{L}*(?:kurs|unterricht|lehrgang|schulung|seminar)\p{L}*)|\b(?:kurs|unterrichts)begleitend|parallel zu/iu;
const AGES =
  /(?:von|zwischen)? ?(\d{1,2})(?: (jahr|monat)\p{L}*)? ?(?:-|–|bis(?: zu)?|und) ?(\d{1,2}) (jahr|monat)/iu;

/** Reads childcare from a text; one doubtful sentence about it makes all of it unclear. */
export function readChildcare(text: string): ChildcareRead {
  const sentences = text.split(/[.!?;\n](?:\s|$)|\n/u).filter((sentence) => NAMES.test(sentence));
  if (sentences.length === 0) return { state: 'none' };
  if (sentences.some((sentence) => DENIES.test(sentence))) return { state: 'not-offered' };
  const isPlain = sentences.every(
    (sentence) => !DOUBTS.test(sentence) && OFFERS.some((pattern) => pattern.test(sentence)),
  );
  if (!isPlain) return { state: 'unclear' };
  const all = sentences.join('. ');
  const ages = agesIn(all);
  return { state: 'offered', during: DURING.test(all), ...(ages && { ages }) };
}

/** `'von 1 bis 6 Jahren'` -> 12 to 72 months: up to the birthday named last. One end alone is no range. */
function agesIn(text: string): AgeRangeMonths | undefined {
  const found = AGES.exec(text);
  if (found === null) return undefined;
  const months = (value: string | undefined, unit: string | undefined) =>
    Number(value) * (unit?.toLowerCase() === 'monat' ? 1 : 12);
  const range = { fromMonths: months(found[1], found[2] ?? found[4]), toMonths: months(found[3], found[4]) };
  return range.fromMonths <= range.toMonths && range.toMonths <= 216 ? range : undefined;
}
