import { AUDIENCES, type Audience } from '../../domain/offer/terms.ts';

/** Words that name a group, from the start of a word. */
const NAMES: Readonly<Record<Exclude<Audience, 'children'>, RegExp>> = {
  women: /\bfrauen\b|\bmütter\b/iu,
  'single-parents': /\balleinerziehend/iu,
  parents: /\b(?:eltern|mütter|väter)\b/iu,
  migrants: /\bmigrant|\bmigrations|\bzugewandert|\bgeflüchtet|\bflüchtling/iu,
  jobseekers: /\barbeitslos|\barbeits?suchend|\berwerbslos/iu,
  'jobcenter-customers': /\bjobcenter|\bsgb ii\b|\bbürgergeld/iu,
  employees: /\bbeschäftigt|\bberufstätig|\berwerbstätig|\barbeitnehm/iu,
  'under-25': /\bunter 25\b|\bu ?25\b/iu,
  youth: /\bjugendlich|\bjunge menschen/iu,
  older: /(?<!\p{L})ältere|\b50 ?\+|\bü ?50\b/iu,
  'people-with-disabilities': /\bbehinder|\bschwerbehinder|\brehabilitand/iu,
  'literacy-learners': /\banalphabet/iu,
};
/** Open a group to others, or close it to somebody. */
const OPENS =
  /(?<!\p{L})(?:alle|überwiegend|jede|jeder|jedermann|interessiert\p{L}*|interessent\p{L}*|auch|insbesondere|besonders|vor allem|vorrangig|nicht|kein|keine|außer|offen|männer|u\. ?a|etc|usw|bedroht)(?![\p{L}])/iu;

/**
 * Whom a field for the target group names, in the order of the contract. Nothing where it names somebody who is in no group, or
 * opens the offer to others ("Arbeitslose und alle Interessierten"): then being in none of them excludes nobody.
 */
export function readAudiences(text: string): readonly Audience[] {
  if (OPENS.test(text)) return [];
  const parts = text
    .split(/[,;/&\n]|\.(?:\s|$)|\b(?:und|oder|sowie|bzw)\b/u)
    .filter((part) => /\p{L}{3}/u.test(part));
  const named = parts.map((part) =>
    AUDIENCES.filter((group) => group !== 'children' && NAMES[group].test(part)),
  );
  if (named.some((groups) => groups.length === 0)) return [];
  const all = new Set(named.flat());
  return AUDIENCES.filter((group) => all.has(group));
}
