import { Parser } from 'htmlparser2';

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose content is never shown. */
const UNSHOWN = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg']);
/** Begins only where a word begins, so that a long text without blanks is looked through once and not once per character. */
const MAIL_ADDRESS = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

/** Names and titles mostly are what they should be: letters, digits, usual signs, single blanks within. */
const ALREADY_PLAIN = /^(?! )(?:[\p{L}\p{N}.,;:()/+'"–-]| (?! |$))*$/u;
const MAX_NAME_CHARACTERS = 200;

/**
 * HTML or plain text as plain text: entities decoded, lines and lists kept, markup, hidden parts and control characters
 * gone, at most one empty line in a row, trimmed. `'a &amp; b<br>c'` -> `'a & b\nc'`. Mail addresses are left out, as a
 * text of a feed may hold one of a person.
 */
export function plainText(html: string): string {
  if (isPlain(html)) return html;
  const text = textOf(html).toWellFormed();
  return (text.includes('@') ? text.replaceAll(MAIL_ADDRESS, '…') : text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]+|\u00ad/gu, ' ')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line, for titles and names. */
export function plainLine(html: string): string {
  return isPlain(html) ? html : plainText(html).replaceAll(/\s+/gu, ' ');
}

function isPlain(text: string): boolean {
  return text.length <= MAX_NAME_CHARACTERS && ALREADY_PLAIN.test(text);
}

/** At most `max` characters, cut at a word, with an ellipsis where something was cut. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max - 100))}…`;
}

function textOf(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const parts: string[] = [];
  const hidden: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (hidden.length > 0 ? hidden.includes(name) : isHidden(name, attributes)) hidden.push(name);
      if (hidden.length > 0) return;
      if (name === 'li') parts.push('\n- ');
      else if (name === 'br' || BLOCKS.has(name)) parts.push('\n');
    },
    ontext: (text) => {
      if (hidden.length === 0) parts.push(text);
    },
    onclosetag: (name) => {
      if (hidden.at(-1) === name) hidden.pop();
      else if (hidden.length === 0 && BLOCKS.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  return parts.join('');
}

function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return UNSHOWN.has(name) || /visibility:\s*hidden|display:\s*none/i.test(attributes['style'] ?? '');
}
