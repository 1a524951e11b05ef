import { describe, expect, it } from 'vitest';
import { noticeOf, type Notice, type RecordPlace } from '../../../../shared/feeds/notice.ts';
import { rememberedRows } from '../../../../shared/feeds/table/remembered-rows.ts';
import { rowOf, type TableRow } from '../../../../shared/feeds/table/table-row.ts';

const run = { today: 1 };
const row = (...cells: (string | undefined)[]) => rowOf(cells);

/** The first two cells of a row, with a notice where the second is `?`. */
function counted() {
  const asked: string[] = [];
  const read = rememberedRows([0, 1], ({ cells }: TableRow, about: object, record: RecordPlace) => {
    asked.push(String(record.number));
    const notices: readonly Notice[] = cells[1] === '?' ? [noticeOf('row-short', { record })] : [];
    return { text: `${cells[0] ?? '-'} ${cells[1] ?? '-'}`, about, notices };
  });
  return { read, asked };
}

describe('a remembered reader of rows', () => {
  it('gives rows that are alike in its cells one answer, whatever stands in others', () => {
    const { read, asked } = counted();
    const first = read(row('Weg', '1', 'x'), run, { number: 1 });
    expect(read(row('Weg', '1', 'y'), run, { number: 2 })).toBe(first);
    expect(read(row('Weg', '2', 'x'), run, { number: 3 }).text).toBe('Weg 2');
    expect(read(row('Weg', undefined), run, { number: 4 }).text).toBe('Weg -');
    expect(read(row('Weg', '1'), run, { number: 5 })).toBe(first);
    expect(asked).toEqual(['1', '3', '4']);
  });

  it('reads anew what has notices, as they name the record', () => {
    const { read } = counted();
    for (const number of [1, 2])
      expect(read(row('Weg', '?'), run, { number }).notices).toMatchObject([{ record: { number } }]);
  });

  it('remembers nothing of another run', () => {
    const { read } = counted();
    const other = { today: 2 };
    read(row('Weg', '1'), run, { number: 1 });
    expect(read(row('Weg', '1'), other, { number: 1 }).about).toBe(other);
    expect(read(row('Weg', '1'), run, { number: 1 }).about).toBe(run);
  });

  it('stays right where rows hardly repeat', () => {
    const { read } = counted();
    for (let number = 1; number <= 200; number += 1) {
      const house = String((number * 7) % 30);
      expect(read(row('Weg', house), run, { number }).text).toBe(`Weg ${house}`);
    }
  });
});
