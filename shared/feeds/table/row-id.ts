import { parseOfferId, type FeedId, type OfferId } from '../../domain/offer/offer-id.ts';
import { textHash } from '../text-hash.ts';
import { writtenId } from '../written-id.ts';
import type { TableMap } from './table-map.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

/**
 * Reads the id of a row: its own, with every character an id cannot have written as `~` and its code point (`Kita/5` is
 * `Kita~2F5`), or a hash of the cells the map names. `undefined` where a cell it needs is empty.
 */
export function rowId(
  rule: TableMap['id'],
  at: ColumnAt,
): (feed: FeedId, row: TableRow) => OfferId | undefined {
  if (rule.as === 'column') {
    const index = at(rule.from);
    return (feed, { cells }) => {
      const own = cells[index];
      return own === undefined ? undefined : parseOfferId(`${feed}:${writtenId(own)}`);
    };
  }
  const indexes = rule.from.map(at);
  return (feed, { cells }) => {
    const texts = indexes.map((index) => cells[index]);
    if (texts.every((text) => text === undefined)) return undefined;
    return parseOfferId(`${feed}:${textHash(texts.map((text) => normal(text ?? '')).join('\n'))}`);
  };
}

/** Blanks and capitals are written now so, now so; they make no other row. */
function normal(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ');
}
