import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { kilometresBetween } from '../../../shared/domain/place/great-circle.ts';
import { admitOffer } from '../../../shared/feeds/admit-offer.ts';
import { noticeText } from '../../../shared/feeds/notice-text.ts';
import { codesOf } from '../../support/feed-under-test.ts';
import { someOffer } from '../../support/some-offer.ts';

const AT = { lat: 52.48531, lon: 13.43982 };
const home = {
  street: 'Weserstraße 150',
  postcode: '12045',
  city: 'Berlin',
  point: AT,
  precision: 'street',
} as const;
const offerWith = (own: Partial<Offer>): Offer =>
  someOffer('test-feed:1', {
    title: 'Deutsch B1',
    places: [home],
    summary: 'Weserstraße 150, 2. Hof',
    contact: { phone: '030 1', mail: 'a@example.org' },
    links: { page: 'https://example.org/weserstr-150' },
    ...own,
  });
const admit = (own: Partial<Offer>) => admitOffer(offerWith(own), { number: 1 });
const care = { kind: 'childminder', openings: [], bookedHours: [], fetches: false } as const;

describe('admitting an offer of any format', () => {
  it('leaves an ordinary one as it is', () => {
    expect(admit({})).toEqual({ offer: offerWith({}), notices: [] });
  });

  it.each([
    ['record-is-test', { title: 'Dummy-Kita' }],
    ['record-is-test', { places: [{ street: 'Musterstr. 1', precision: 'none' }] }],
    ['text-garbled', { title: 'FÃ¼r AnfÃ¤nger' }],
    [
      'session-place-missing',
      {
        places: [],
        timetable: {
          ...someOffer('test-feed:1').timetable,
          weekly: [{ days: [0], from: 540, to: 600, place: 0 }],
        },
      },
    ],
  ] as const)('refuses what must not be shown: %s', (code, own) => {
    const { offer, notices } = admit(own);
    expect(offer).toBeUndefined();
    expect(codesOf(notices)).toEqual([code]);
  });

  it('names the session whose place the offer does not have, and the cure', () => {
    const { timetable } = someOffer('test-feed:1');
    const weekly = [
      { days: [0], from: 540, to: 600, place: 0 },
      { days: [1], from: 540, to: 600, place: 1 },
    ] as const;
    const { notices } = admit({ timetable: { ...timetable, weekly } });
    expect(notices).toMatchObject([
      { code: 'session-place-missing', record: { number: 1 }, field: 'timetable.weekly.1.place' },
    ]);
    expect(noticeText('session-place-missing', 'de').cure).toContain('der erste Ort hat die Nummer 0');
    expect(admit({ places: [home, home], timetable: { ...timetable, weekly } }).offer).toBeDefined();
  });

  it('keeps of a place of refuge the telephone alone', () => {
    const { offer, notices } = admit({ title: 'Beratung im Frauenhaus' });
    expect(offer).toMatchObject({ title: 'Beratung im Frauenhaus', places: [], contact: { phone: '030 1' } });
    expect(JSON.stringify(offer)).not.toMatch(/Weserstr|12045|52\.48|example/);
    expect(codesOf(notices)).toEqual(['place-confidential']);
  });

  it('keeps of a childminder a square of 500 metres', () => {
    const { offer, notices } = admit({ kind: 'childcare', care, provider: { name: 'Erika Muster' } });
    expect(JSON.stringify(offer)).not.toMatch(/Weserstr|Erika|030 1|example/);
    const { point } = offer!.places[0]!;
    expect(point).not.toEqual(AT);
    expect(kilometresBetween(point!, AT)).toBeLessThan(0.36);
    expect(codesOf(notices)).toEqual(['person-left-out']);
  });

  it('changes nothing and says nothing when the format has done it before', () => {
    for (const own of [{ title: 'Frauenhaus' }, { kind: 'childcare', care }] as const) {
      const { offer } = admit(own);
      expect(admitOffer(offer!, { number: 1 })).toEqual({ offer, notices: [] });
    }
  });
});
