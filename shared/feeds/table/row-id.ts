import { parseOfferId, type FeedId, type OfferId } from '../../domain/offer/offer-id.ts';
import { writtenId } from '../written-id.ts';
import type { TableMap } from './table-map.schema.ts';
import { cell, type TableRow } from './table-row.ts';

/**
 * The id of a row: its own, with every character an id cannot have written as `~` and its code point (`Kita/5` is
 * `Kita~2F5`), or a hash of the cells the map names. `undefined` where a cell it needs is empty.
 */
export function rowId(feed: FeedId, rule: TableMap['id'], row: TableRow): OfferId | undefined {
  if (rule.as === 'column') {
    const own = cell(row, rule.from);
    return own === undefined ? undefined : parseOfferId(`${feed}:${writtenId(own)}`);
  }
  const cells = rule.from.map((column) => cell(row, column));
  if (cells.every((text) => text === undefined)) return undefined;
  return parseOfferId(`${feed}:${hash(cells.map((text) => normal(text ?? '')).join('\n'))}`);
}

/** Blanks and capitals are written now so, now so; they make no other row. */
function normal(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ');
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a over UTF-8, 64 bits, 16 hexadecimal digits: no secret, only short and stable. */
function hash(text: string): string {
  let value = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text))
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * FNV_PRIME);
  return value.toString(16).padStart(16, '0');
}
