import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noticeLines } from '../../../../functions/local/import-lines.ts';
import { feedUnderTest, importUnderTest } from '../../../support/import-under-test.ts';

const catalogue = readFileSync('test/feeds/openq-cat/made-up/katalog.xml');
const linesOf = async (bytes: Uint8Array) =>
  noticeLines(await importUnderTest().run(bytes, { feed: feedUnderTest({ format: 'openq-cat' }) }));

it.each([1, 5])(
  'a catalogue that breaks off in its service %d says so, and in which line',
  async (number) => {
    const text = catalogue.toString('utf8');
    const starts = [...text.matchAll(/<SERVICE[ >]/g)].map(({ index }) => index);
    const cut = text.slice(0, starts[number - 1]! + 40);
    const line = cut.split('\n').length;
    expect(await linesOf(Buffer.from(cut))).toEqual([
      `  error xml-broken: 1, first at record ${String(number)}, line ${String(line)}`,
    ]);
  },
);

it('what is wrong with a record is told with its field', async () => {
  const report = await importUnderTest().run([{ veranstaltung: { guid: '1' } }]);
  const lines = noticeLines(report).join('\n');
  expect(lines).toMatch(/^ {2}error [a-z-]+: \d+, first at record 1, \S+$/m);
  expect(lines).toContain('error feed-empty: 1');
});
