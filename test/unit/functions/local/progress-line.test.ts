import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../../../functions/local/progress-line.ts';

function line() {
  const written: string[] = [];
  let now = 1000;
  const progress = createProgressLine({ write: (text) => written.push(text), clock: () => now }, 'vhs');
  return {
    ...progress,
    written,
    move: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('the line of progress', () => {
  it('says records, rejected ones and the rate, over what it said before', () => {
    const { show, written, move } = line();
    move(2000);
    show({ records: 500, rejected: 3 });
    expect(written).toEqual(['\r\u001b[2Kvhs: 500 records, 3 rejected, 250 a second']);
  });

  it('is written five times a second at most', () => {
    const { show, written, move } = line();
    show({ records: 1, rejected: 0 });
    move(199);
    show({ records: 2, rejected: 0 });
    move(1);
    show({ records: 3, rejected: 0 });
    expect(written).toHaveLength(2);
  });

  it('is taken away in the end, and leaves nothing where it was never shown', () => {
    const shown = line();
    shown.show({ records: 1, rejected: 0 });
    shown.clear();
    expect(shown.written.at(-1)).toBe('\r\u001b[2K');
    const never = line();
    never.clear();
    expect(never.written).toEqual([]);
  });
});
