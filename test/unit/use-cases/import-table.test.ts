import { describe, expect, it } from 'vitest';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import { utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest } from '../../support/import-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../support/nursery-table.ts';

const bytes = utf8(nurseryCsv());
const feedBy = (own: object = {}) => ({
  feed: {
    ...feedUnderTest({ format: 'table', map: 'feeds/kitas.map.json' }),
    table: tableMapSchema.parse(nurseryMap(own)),
  },
});

describe('the import of a table', () => {
  it('publishes its rows, and nothing again while list and map stay as they are', async () => {
    const feed = importUnderTest();
    expect(await feed.run(bytes, feedBy())).toMatchObject({ state: 'published', counts: { offers: 1 } });
    feed.writes();
    expect(await feed.run(bytes, feedBy())).toMatchObject({ state: 'unchanged' });
    expect(feed.writes()).toEqual([]);
  });

  it('reads an unchanged list again when its map has changed', async () => {
    const feed = importUnderTest();
    await feed.run(bytes, feedBy());
    const changed = await feed.run(bytes, feedBy({ title: { as: 'text', from: 'traeger' } }));
    expect(changed).toMatchObject({ state: 'published', counts: { changed: 1 } });
    expect((await feed.catalogue())?.entries.map(({ offer }) => offer.title)).toEqual(['Kitaverein e.V.']);
  });

  it('keeps the old catalogue when a column was renamed, and names the column', async () => {
    const feed = importUnderTest();
    await feed.run(bytes, feedBy());
    const renamed = await feed.run(utf8(nurseryCsv().replace('zeiten', 'oeffnung')), feedBy());
    expect(renamed).toMatchObject({ state: 'failed', reason: 'column-missing' });
    expect(renamed.notices[0]?.examples[0]).toMatchObject({ code: 'column-missing', field: 'zeiten' });
    expect((await feed.catalogue())?.entries).toHaveLength(1);
  });
});
