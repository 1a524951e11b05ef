import { describe, expect, it } from 'vitest';
import { entryTexts } from '../../../../shared/adapters/dynamodb/entry-texts.ts';
import { CatalogueDamaged } from '../../../../shared/ports/store-failures.ts';

const ENTRIES = [
  '{"offer":{"id":"feed:1","title":"}{][ \\"quoted\\" \\\\"},"version":"a"}',
  '{"offer":{"id":"feed:2","places":[{"city":"Köln 😀"}],"title":"],\\"feed\\":"},"version":"b"}',
  '{}',
];
const WHOLE = `{"entries":[${ENTRIES.join(',')}],"feed":"feed"}`;

async function cut(text: string, partBytes = 65_536): Promise<readonly string[]> {
  const bytes = Buffer.from(text);
  const parts = async function* () {
    for (let from = 0; from < bytes.length; from += partBytes) {
      yield await Promise.resolve(bytes.subarray(from, from + partBytes));
    }
  };
  const found: string[] = [];
  for await (const texts of entryTexts(parts(), 'feed' as never)) found.push(...texts);
  return found;
}

describe('the text of a catalogue', () => {
  it('is cut into those of its entries', async () => {
    expect(await cut(WHOLE)).toEqual(ENTRIES);
  });

  it('is cut alike wherever its parts end', async () => {
    for (let partBytes = 1; partBytes <= 40; partBytes += 1) {
      expect(await cut(WHOLE, partBytes)).toEqual(ENTRIES);
    }
  });

  it('may have no entries', async () => {
    expect(await cut('{"entries":[],"feed":"feed"}')).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['something else', '[1,2,3]'],
    ['shorter than its beginning', '{"entr'],
    ['of another feed', WHOLE.replace('"feed":"feed"', '"feed":"other"')],
    ['cut off in an entry', WHOLE.slice(0, 60)],
    ['cut off in a text after a backslash', WHOLE.slice(0, WHOLE.indexOf('\\') + 1)],
    ['cut off before its end', WHOLE.slice(0, -1)],
    ['longer than a catalogue', `${WHOLE} `],
    ['of entries that are no objects', '{"entries":[1],"feed":"feed"}'],
  ])('is damaged where it is %s', async (_, text) => {
    await expect(cut(text)).rejects.toThrow(CatalogueDamaged);
    await expect(cut(text, 3)).rejects.toThrow(CatalogueDamaged);
  });
});
