import { plainLine } from '../plain-text.ts';
import { convertChoice } from './convert.ts';
import type { TextField } from './field.schema.ts';
import type { ColumnAt, Reader } from './table-row.ts';

type CellsText = Extract<TextField, { as: 'text' }>;

/** Reads a text as the list writes it, not yet plain. A word that the value table lacks gives nothing. */
export function convertText(field: TextField | undefined, at: ColumnAt): Reader<string | undefined> {
  if (field?.as !== 'text') return convertChoice(field, at);
  return field.from.length === 1 ? textOfCell(field, at) : textOfCells(field, at);
}

/** Reads a text on one line without markup, `''` where there is none. */
export function convertLine(field: TextField | undefined, at: ColumnAt): Reader<string> {
  if (field === undefined) return () => '';
  const read = convertText(field, at);
  return (row) => plainLine(read(row) ?? '');
}

function textOfCell(field: CellsText, at: ColumnAt): Reader<string | undefined> {
  const index = at(field.from[0] ?? '');
  const { before, after = '', otherwise } = field;
  return ({ cells }) => {
    const text = cells[index];
    const part = text === undefined ? '' : partOf(field, text);
    return part === '' ? otherwise : before + part + after;
  };
}

function textOfCells(field: CellsText, at: ColumnAt): Reader<string | undefined> {
  const indexes = field.from.map(at);
  const { before, join, after = '', otherwise } = field;
  return ({ cells }) => {
    const parts: string[] = [];
    for (const index of indexes) {
      const text = cells[index];
      const part = text === undefined ? '' : partOf(field, text);
      if (part !== '') parts.push(part);
    }
    return parts.length === 0 ? otherwise : before + parts.join(join) + after;
  };
}

/** What a field takes of the text of one cell. */
function partOf({ part, digits }: CellsText, text: string): string {
  const whole = text.startsWith('"') ? withoutStrayQuotes(text) : text;
  const taken = part === undefined ? whole : (whole.split(part.of)[part.at]?.trim() ?? '');
  return digits !== undefined && /^\d+$/.test(taken) ? taken.padStart(digits, '0') : taken;
}

/** Quotation marks that an export put around a cell twice: `"Ideal Driving School"`, also where one of them was lost. */
function withoutStrayQuotes(text: string): string {
  const marks = text.split('"').length - 1;
  if (marks > 2) return text;
  if (marks === 1) return text.slice(1).trim();
  return text.endsWith('"') ? text.slice(1, -1).trim() : text;
}
