import { describe, expect, it } from 'vitest';
import { NOTICE_SEVERITIES } from '../../../shared/feeds/notice-catalogue.ts';
import { createNoticeLog } from '../../../shared/feeds/notice-log.ts';
import { noticeText } from '../../../shared/feeds/notice-text.ts';
import texts from '../../../shared/feeds/notice-texts.json' with { type: 'json' };
import { noticeOf } from '../../../shared/feeds/notice.ts';

describe('noticeOf', () => {
  it('cuts a value to 80 characters, never within one', () => {
    const { value = '' } = noticeOf('price-implausible', { value: '😀'.repeat(100) });
    expect(Array.from(value)).toHaveLength(80);
    expect(value.endsWith('😀…')).toBe(true);
  });

  it('keeps a value of 80 characters and takes its control characters away', () => {
    expect(noticeOf('price-implausible', { value: 'x'.repeat(80) }).value).toBe('x'.repeat(80));
    expect(noticeOf('price-implausible', { value: 'a\u001b[31m\nb' }).value).toBe('a [31m b');
  });

  it('carries the severity of its code', () => {
    expect(noticeOf('feed-empty')).toEqual({ code: 'feed-empty', severity: 'error' });
  });
});

describe('createNoticeLog', () => {
  it('counts all notices and keeps the first of each code', () => {
    const log = createNoticeLog(2);
    for (let number = 1; number <= 1000; number += 1) log.add(noticeOf('price-zero', { record: { number } }));
    log.add(noticeOf('id-repeated', { record: { number: 7 } }));
    expect(
      log.summaries().map(({ code, count, examples }) => ({
        code,
        count,
        first: examples.map((one) => one.record?.number),
      })),
    ).toEqual([
      { code: 'id-repeated', count: 1, first: [7] },
      { code: 'price-zero', count: 1000, first: [1, 2] },
    ]);
  });
});

describe('the texts of the notices', () => {
  it('belong to the codes, one each', () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(NOTICE_SEVERITIES).toSorted());
  });

  it('say what is wrong and how it is mended, in whole sentences of both languages', () => {
    for (const text of Object.values(texts).flatMap(({ de, en }) => [de.says, de.cure, en.says, en.cure])) {
      expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/u);
    }
    expect(noticeText('encoding-wrong', 'de').cure).toContain('Datei als UTF-8 speichern');
  });
});
