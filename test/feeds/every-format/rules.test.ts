import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { FORMAT_IDS, type FormatId } from '../../../shared/feeds/format-ids.ts';
import { createNoticeLog } from '../../../shared/feeds/notice-log.ts';
import { recogniseFormats } from '../../../shared/feeds/recognise-format.ts';
import { readRecords } from '../../../shared/use-cases/import-records.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { day } from '../../support/some-offer.ts';
import { fixtureFormat, FIXTURES, PERSON } from './fixtures.ts';

/** What an import accepts of a feed, and the codes of its notices. */
async function read(id: FormatId, text: string) {
  const notices = createNoticeLog(1000);
  const context = { ...FEED_CONTEXT, today: day(FIXTURES[id].day) };
  const { offers, failure } = await readRecords(
    { format: fixtureFormat(id), bytes: utf8(text), context },
    notices,
    () => undefined,
  );
  expect(failure).toBeUndefined();
  return { offers: [...offers], codes: notices.summaries().map(({ code }) => code) };
}

/** The feed with the title of one of its offers changed wherever it stands; one that has an address, if any has. */
async function retitled(id: FormatId, title: string) {
  const text = FIXTURES[id].text();
  const { offers } = await read(id, text);
  const named = offers.filter((offer) => text.includes(offer.title));
  const offer = named.find(({ places }) => places.some(({ street }) => street !== undefined)) ?? named[0];
  if (offer === undefined) throw new Error(`no offer of ${id} has a title that stands in its text`);
  return { before: offer, after: await read(id, text.replaceAll(offer.title, title)) };
}

describe.each(FORMAT_IDS)('a feed in the format %s', (id) => {
  it('gives offers, and is recognised by its content', async () => {
    const { offers } = await read(id, FIXTURES[id].text());
    expect(offers.length).toBeGreaterThan(0);
    expect(await recogniseFormats(utf8(FIXTURES[id].text()))).toEqual([id]);
  });

  it('gives away no person it names', async () => {
    const text = FIXTURES[id].text();
    expect(text).toContain(PERSON);
    const { offers } = await read(id, text);
    expect(JSON.stringify(offers)).not.toContain(PERSON);
  });

  it('loses a test record, with a notice', async () => {
    const { after } = await retitled(id, 'Dummy-Angebot 7');
    expect(after.offers.map(({ title }) => title)).not.toContain('Dummy-Angebot 7');
    expect(after.codes).toContain('record-is-test');
  });

  it('never tells where a place of refuge is', async () => {
    const { before, after } = await retitled(id, 'Frauenhaus Nord');
    const refuge = after.offers.find(({ title }) => title === 'Frauenhaus Nord');
    expect(refuge).toMatchObject({ places: [], links: {} });
    expect(refuge!.summary).toBeUndefined();
    expect(after.codes).toContain('place-confidential');
    const whereabouts = before.places.flatMap(({ street, point }) => [street, point && String(point.lat)]);
    for (const part of whereabouts)
      if (part !== undefined) expect(JSON.stringify(refuge)).not.toContain(part);
  });

  it('loses a text that was garbled on its way, with a notice', async () => {
    const { after } = await retitled(id, 'FÃ¼r AnfÃ¤nger');
    expect(JSON.stringify(after.offers)).not.toContain('Ã');
    expect(after.codes).toContain('text-garbled');
  });
});

const CELL_METRES = 500;

it.each(['offers-json', 'table'] as const)(
  'a childminder of the format %s is a square of 500 metres',
  async (id) => {
    const { offers, codes } = await read(id, FIXTURES[id].text());
    const childminder = offers.find(({ care }): boolean => care?.kind === 'childminder');
    expect(childminder).toMatchObject({
      title: 'Kindertagespflege',
      provider: { name: 'Kindertagespflege' },
    });
    expect(childminder!.places.map(({ street }: Offer['places'][number]) => street)).toEqual([undefined]);
    const { lat, lon } = childminder!.places[0]!.point!;
    const step = CELL_METRES / 111_195;
    expect(Math.abs(lat / step - Math.floor(lat / step) - 0.5)).toBeLessThan(0.02);
    expect(lon).not.toBe(13.43982);
    expect(codes).toContain('person-left-out');
  },
);
