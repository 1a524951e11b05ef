import type { GermanLevel } from '../../domain/offer/german-level.ts';
import { levelAsked } from './read-levels.ts';

const SPEAKS_OF_GERMAN = /deutsch|sprach(?:kenntnis|niveau|zertifikat|level|stand)|\bger\b/iu;
const OTHER_LANGUAGE =
  /englisch|französisch|spanisch|italienisch|türkisch|russisch|arabisch|polnisch|fremdsprache/iu;
const NOT_ASKED =
  /vorteil|wünschenswert|empfohlen|empfehl|idealerweise|möglichst|optimal|nicht|kein|angestrebt|ziel|erreich|führt|abschluss|vermittel/iu;
const LEVEL = /\b[ABC][12](?:\.\d+)?(?![\p{L}\d])/u;

/**
 * The level of German that a text about requirements asks for: `'Deutschkenntnisse mindestens B1'` -> B1, `'B1.2'` -> B1, the
 * first of several. `undefined` where it is only wished for, is the aim, or may be one of another language.
 */
export function germanAsked(requirements: string): GermanLevel | undefined {
  for (const sentence of requirements.split(/[!?;\n]|\.(?!\d)/u)) {
    const level = LEVEL.exec(sentence)?.[0];
    if (level === undefined || !SPEAKS_OF_GERMAN.test(sentence)) continue;
    if (OTHER_LANGUAGE.test(sentence) || NOT_ASKED.test(sentence)) continue;
    return levelAsked(`ab ${level}`);
  }
  return undefined;
}
