import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recogniseFormats } from '../../../shared/feeds/recognise-format.ts';
import { bytesOf, utf8 } from '../../support/feed-under-test.ts';

const FILES = [
  ['open-vhs', 'test/feeds/open-vhs/real/kurse-klein.json'],
  ['open-vhs', 'shared/region/berlin/feeds/kurse.json.gz'],
  ['open-vhs', 'shared/region/dortmund/feeds/beispiel-kurse.json'],
  ['open-vhs-xml', 'test/feeds/open-vhs/made-up/kurse-1.2.xml'],
  ['open-vhs-xml', 'test/feeds/open-vhs/real/berlin-2022.xml'],
  ['openq-cat', 'test/feeds/openq-cat/made-up/katalog.xml'],
  ['offers-json', 'shared/region/berlin/feeds/childcare-sample.json'],
  ['offers-json', 'shared/region/dortmund/feeds/beispiel-angebote.json'],
  ['hsds', 'test/feeds/hsds/real/service_full-3.0.json'],
  ['hsds', 'test/feeds/hsds/real/service_list-3.0.json'],
  ['hsds', 'test/feeds/hsds/made-up/two-pages.json'],
  ['table', 'test/feeds/table/real/flensburg.csv'],
  ['table', 'test/feeds/table/real/flensburg.geojson'],
  ['table', 'shared/region/dortmund/feeds/schulen-nrw.csv'],
] as const;

describe('telling a format by its content', () => {
  it.each(FILES)('finds %s and nothing else in %s', async (format, path) => {
    expect(await recogniseFormats(bytesOf(path))).toEqual([format]);
  });

  it('looks into what is packed, and through a byte order mark', async () => {
    const text = Buffer.from(bytesOf('test/feeds/table/real/flensburg.csv'));
    expect(await recogniseFormats(gzipSync(text))).toEqual(['table']);
    expect(await recogniseFormats(utf8(`\ufeff${text.toString('utf8')}`))).toEqual(['table']);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><p>Wartungsarbeiten</p>'],
    ['a sentence', 'Kurse, Termine und Preise'],
    ['some JSON', '{"a": [1, 2]}'],
    ['a packed file that breaks off', gzipSync('x'.repeat(1000)).subarray(0, 20)],
  ])('finds none in %s', async (_, content) => {
    expect(await recogniseFormats(typeof content === 'string' ? utf8(content) : content)).toEqual([]);
  });
});
