import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { cellText, columnAt, columnsOf, FEATURE, holds, rowOf, type TableRow } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

const members = z.record(z.string(), z.unknown());
const point = z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2).max(3) });

/**
 * The rows of a JSON table or GeoJSON collection. A name with points leads into nested members unless a member has that very
 * name; of a GeoJSON feature its properties are read, its own id as `@id` and its point.
 */
export async function* readJsonRows(
  bytes: Uint8Array,
  map: TableMap,
  form: Exclude<TableMap['file'], { form: 'csv' }>,
): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const wanted = columnsOf(map);
  const skips = map.skip.map((condition) => holds(condition, columnAt(wanted)));
  const path = form.form === 'json' ? form.records : '$.features.*';
  for await (const read of readJsonRecords(bytes, path)) {
    if (!read.ok) {
      yield failed(read.failure);
      return;
    }
    const value =
      form.form === 'json'
        ? plainRow(read.value.value, wanted, map)
        : featureRow(read.value.value, wanted, map);
    if (!skips.some((isSkipped) => isSkipped(value))) yield ok({ number: read.value.number, value });
  }
}

function plainRow(record: unknown, wanted: readonly string[], { empty }: TableMap): TableRow {
  return rowOf(wanted.map((column) => cellText(memberAt(record, column), empty)));
}

function featureRow(feature: unknown, wanted: readonly string[], { empty }: TableMap): TableRow {
  const { properties, geometry, id } = members.safeParse(feature).data ?? {};
  const [x, y] = point.safeParse(geometry).data?.coordinates ?? [];
  const own = new Map<string, unknown>([
    [FEATURE.id, id],
    [FEATURE.x, x],
    [FEATURE.y, y],
  ]);
  return rowOf(
    wanted.map((column) => cellText(own.get(column), empty) ?? cellText(memberAt(properties, column), empty)),
  );
}

function memberAt(value: unknown, path: string): unknown {
  const own = members.safeParse(value).data;
  if (own === undefined) return undefined;
  if (Object.hasOwn(own, path)) return own[path];
  const dot = path.indexOf('.');
  const first = path.slice(0, Math.max(dot, 0));
  return dot > 0 && Object.hasOwn(own, first) ? memberAt(own[first], path.slice(dot + 1)) : undefined;
}
