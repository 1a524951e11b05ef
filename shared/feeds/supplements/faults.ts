import type { Column } from './columns.ts';
import texts from './fault-texts.json' with { type: 'json' };

/** What is wrong with a cell of an uploaded table, or with the table. */
export type FaultCode = keyof typeof texts;

/** A fault with its place: row as the spreadsheet counts them (the heading is row 1), and column. */
export type Fault = { readonly code: FaultCode; readonly row: number; readonly column?: Column };

/** What a fault means and how it is mended. */
export function faultText(
  code: FaultCode,
  language: 'de' | 'en',
): { readonly says: string; readonly cure: string } {
  return texts[code][language];
}
