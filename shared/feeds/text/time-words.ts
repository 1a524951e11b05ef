/**
 * The words that a German text about times may use. A part of a text that names a day or a time is understood only when
 * every word in it is one of these; an unknown word may change what the times mean.
 */

/** Say nothing that changes a time. */
const NEUTRAL =
  /^(?:uhr|h|von|vom|der|die|das|den|dem|des|im|in|am|an|um|zu|zum|zur|es|je|jeweils|jeden|jeder|jede|jedes|immer|stets|pro|mit|für|ist|sind|wird|werden|gilt|gelten|findet|finden|statt|ein|eine|einer|einem|einen|fest|feste|festen|fester|verbindlich|verbindliche|verbindlichen|regelmäßig|regelmäßige|montags?zeiten|(?:unterrichts|kurs|lehrgangs|schulungs|seminar|präsenz|anwesenheits|lern|schul|theorie)?(?:zeit|zeiten|zeitraum|tag|tage|termin|termine)|unterricht|unterrichts|kurs|kurse|kurses|lehrgang|lehrgangs|schulung|seminar|theorie|theorieunterricht|präsenz|präsenzunterricht|anwesenheit|anwesenheitspflicht|online|onlineunterricht|live|virtuell|vollzeit|teilzeit|vollzeitunterricht|teilzeitunterricht|vollzeitkurs|teilzeitkurs|vormittag|vormittags|vormittagskurs|morgen|morgens|mittags|nachmittag|nachmittags|nachmittagskurs|abend|abends|abendkurs|tagsüber|ganztags|ganztägig|halbtags|täglich|wöchentlich|woche|inkl|inklusive|incl|einschließlich|zzgl|pause|pausen|mittagspause|unterbrechung|unterrichtseinheiten|unterrichtsstunden|einheiten|stunden|std|ue|minuten|dauer|umfang|insgesamt|gesamt|gesamtumfang|während|wochentage|wochentag|uhrzeit|uhrzeiten|tz|vz|tag|tage)$/u;

/** Make times uncertain in a sentence that speaks of times. */
const SOFT =
  /^(?:ab|bis|seit|ca|circa|zirka|etwa|ungefähr|rund|auch|möglich|möglichkeit|kann|können|könnte|nicht|kein|keine|keinen|ohne|nur|nach|auf|anfrage|vereinbarung|vereinbarungen|absprache|abstimmung|rücksprache|wunsch|bedarf|voraussichtlich|meist|meistens|üblicherweise|beispielsweise|beispiel|z\.\s?b|i\.\s?d\.\s?r|n\.\s?v|regel|grundsätzlich|geplant|variabel|variable|variieren|unterschiedlich|unterschiedliche|verschieden|verschiedene|andere|anderen|abweichend|abweichende|gelegentlich|manchmal|teils|teilweise|zusätzlich|zusätzliche|weitere|mindestens|maximal|max|min|höchstens|spätestens|frühestens|zwischen|innerhalb|beginn|start|ende|einzelne|einzelnen|optional|freiwillig|auswahl|wählbar|alle|(?:erst|zweit|dritt|viert|letzt|bestimmt|ausgewählt)e[nrs]?|mehrere|einige|einmal|zweimal|dreimal|turnus\p{L}*|rhythmus|intervall\p{L}*)$/u;

/** Belong to flexible attendance: uncertain, unless a core time is what is read. */
const FLEXIBLE =
  /^(?:individuell\p{L}*|flexib\p{L}*|gleitzeit\p{L}*|gleitend\p{L}*|frei|freie|freier|aber|rahmenzeit\p{L}*|zeiteinteilung|pflicht|arbeitszeit|arbeitszeiten)$/u;

/** Make all times of a text uncertain wherever they stand: not every week, not every day, one or the other, or of an office. */
const STRONG =
  /^(?:oder|od|bzw|beziehungsweise|wahlweise|alternativ|alternativen|alternative|entweder|außer|ausgenommen|ausnahme|ausnahmen|schicht\p{L}*|wechsel\p{L}*|abwechselnd|alternierend|rollierend|gerade|geraden|ungerade|ungeraden|monat|monats|monatlich|block|blöcke|blockunterricht|blockwoche\p{L}*|blockform|danach|anschließend|zunächst|anfangs|später|zweiwöchentlich|zweiwöchig|vierzehntägig|tägig|wochenweise|tageweise|werktags|wochentags|wochenende\p{L}*|werktage|werktagen|gruppe|gruppen|(?:öffnungs|sprech|büro|geschäfts|service|beratungs|telefon|kontakt)zeit(?:en)?|sprechstunden?|hotline|telefonisch|erreichbar|erreichbarkeit|info\p{L}*(?:veranstaltung|abend|tag|termin)(?:en|e|s)?)$/u;

const CORE = /^(?:pflicht-?|haupt-?)?kern(?:arbeits|unterrichts|anwesenheits)?-?zeit(?:en)?$/u;
const FRAME = /^(?:gleitzeitrahmen|rahmen(?:arbeits)?zeit(?:en)?)$/u;
const PRACTICE =
  /^(?:\p{L}*praktik(?:um|a|ums)|praktikums\p{L}*|praxis\p{L}*|betriebsphase\p{L}*|betriebliche\p{L}*|berufsschul\p{L}*|ausbildungsbetrieb\p{L}*|lernphase|selbstlern\p{L}*|selbststudium|hospitation\p{L}*)$/u;
const THEORY = /^(?:theorie\p{L}*|unterricht\p{L}*|lehrgang\p{L}*|schulung\p{L}*|kurs|kurses)$/u;
const ABOUT_TIME =
  /^(?:(?:unterrichts|kurs|lehrgangs|schulungs|seminar|präsenz|anwesenheits|lern|schul|gleit|kern|rahmen|arbeits|uhr|teil|voll)?zeit(?:en)?|gleitzeit\p{L}*|termine?|(?:unterrichts|kurs|schul)tage?n?|vormittags?|nachmittags?|abends?|morgens|ganztags|täglich|wöchentlich)$/u;

/** What a word is to the reading of times. */
export type WordMeaning =
  'neutral' | 'soft' | 'flexible' | 'strong' | 'core' | 'frame' | 'practice' | 'unknown';

/** Sorts a word, given in lower case and without a final dot. */
export function meaningOf(word: string): WordMeaning {
  if (CORE.test(word)) return 'core';
  if (FRAME.test(word)) return 'frame';
  if (PRACTICE.test(word)) return 'practice';
  if (STRONG.test(word)) return 'strong';
  if (FLEXIBLE.test(word)) return 'flexible';
  if (SOFT.test(word)) return 'soft';
  return NEUTRAL.test(word) ? 'neutral' : 'unknown';
}

/** The word speaks of times, so that its sentence may make them uncertain. */
export function isAboutTime(word: string): boolean {
  return ABOUT_TIME.test(word);
}

/** The word names the taught part of a training, beside its practical part. */
export function isTheory(word: string): boolean {
  return THEORY.test(word);
}
