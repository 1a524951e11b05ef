import { unzipSync } from 'fflate';
import { readSheet, type CellValue } from 'read-excel-file/universal';
import writeSheet from 'write-excel-file/node';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { SheetFiles } from '../../ports/sheet-files.ts';

const MAX_BYTES = 5_000_000;
const MAX_PARTS = 100;
const MAX_UNPACKED_BYTES = 50_000_000;
const MAX_ROWS = 50_000;
/** Excel's own days begin with this year; a time of the day lies on the day before. */
const FIRST_YEAR_OF_DAYS = 1900;
const HALF_A_MINUTE_MS = 30_000;

/** XLSX. Cells are written as text, so that `08:30` and `0231` stay what they are. */
export function createExcelSheetFiles(): SheetFiles {
  return {
    write: async (rows) => {
      const cells = rows.map((row, index) =>
        row.map((value) => ({
          value,
          type: String,
          format: '@',
          ...(index === 0 && { fontWeight: 'bold' as const }),
        })),
      );
      return await writeSheet(cells, { stickyRowsCount: 1 }).toBuffer();
    },
    read: async (bytes) => {
      const checked = checkArchive(bytes);
      if (!checked.ok) return checked;
      try {
        const rows = await readSheet(Uint8Array.from(bytes).buffer);
        if (rows.length > MAX_ROWS) return failed('table-too-large');
        return ok(rows.map((row) => row.map(textOf)));
      } catch {
        return failed('table-broken'); // whatever the reader thinks of a damaged file
      }
    },
  };
}

/** Looks at the sizes an archive states before anything is unpacked; what is unpacked later is never more than stated. */
function checkArchive(bytes: Uint8Array): Result<undefined, 'table-broken' | 'table-too-large'> {
  if (bytes.length > MAX_BYTES) return failed('table-too-large');
  let [parts, size] = [0, 0];
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        parts += 1;
        size += originalSize;
        return false;
      },
    });
  } catch {
    return failed('table-broken');
  }
  if (parts === 0) return failed('table-broken');
  return parts > MAX_PARTS || size > MAX_UNPACKED_BYTES ? failed('table-too-large') : ok(undefined);
}

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  const text = new Date(value.getTime() + HALF_A_MINUTE_MS).toISOString(); // 08:30 is 0.354166…, cut off
  return value.getUTCFullYear() <= FIRST_YEAR_OF_DAYS ? text.slice(11, 16) : text.slice(0, 10);
}
