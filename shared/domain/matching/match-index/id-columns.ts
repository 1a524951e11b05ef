import type { OfferId } from '../../offer/offer-id.ts';
import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { growingTable, nextRow, rowsBegun, type GrowingTable } from './growing-table.ts';
import type { OfferIds } from './offer-ids.ts';

/** Ids while they are collected, ascending, with all their characters. */
export type IdColumns = {
  readonly ids: GrowingTable<ReturnType<typeof idShape>>;
  readonly characters: GrowingTable<ReturnType<typeof characterShape>>;
  first: string;
  last: string;
};

function idShape(make: ColumnMakers<ColumnKinds>) {
  return { charactersFrom: make.from() };
}

function characterShape(make: ColumnMakers<ColumnKinds>) {
  return { code: make.u8() };
}

/** No ids yet. */
export function idColumns(): IdColumns {
  return { ids: growingTable(idShape), characters: growingTable(characterShape), first: '', last: '' };
}

/** Adds the next id; its row. */
export function addId(columns: IdColumns, id: OfferId): number {
  const { ids, characters } = columns;
  for (let at = 0; at < id.length; at += 1) {
    const place = nextRow(characters);
    characters.columns.code[place] = id.charCodeAt(at);
  }
  const row = nextRow(ids);
  ids.columns.charactersFrom[row + 1] = characters.length;
  if (row === 0) columns.first = id;
  columns.last = id;
  return row;
}

/** The ids added, with what all begin with only once. */
export function idsAdded({ ids, characters, first, last }: IdColumns): OfferIds {
  const beginning = commonBeginning(first, last);
  const restsFrom = rowsBegun(ids).charactersFrom.map((from, row) => from - row * beginning.length);
  const rests = new Uint8Array(restsFrom.at(-1) ?? 0);
  for (let row = 0; row < ids.length; row += 1) {
    const shift = (row + 1) * beginning.length;
    const end = restsFrom[row + 1] ?? 0;
    for (let at = restsFrom[row] ?? 0; at < end; at += 1) {
      rests[at] = characters.columns.code[at + shift] ?? 0;
    }
  }
  return { beginning, restsFrom, rests };
}

/** What two texts begin with alike; what lies between them in their order begins with it too. */
function commonBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
