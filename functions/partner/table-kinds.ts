import type { TableKind } from '../../shared/use-cases/supplement-table.ts';

/** Media types of the kinds of tables. */
export const TABLE_TYPES: Readonly<Record<TableKind, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The kind that a Content-Type declares, `undefined` for none of ours. */
export function tableKindOf(contentType: string | undefined): TableKind | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return type === TABLE_TYPES.csv ? 'csv' : type === TABLE_TYPES.xlsx ? 'xlsx' : undefined;
}
