import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import { isRefuge, withoutWhereabouts } from '../../../../shared/domain/offer/refuge.ts';
import { someOffer } from '../../../support/some-offer.ts';

const offer = (own: Partial<Offer> = {}) => someOffer('test:1', own);

describe('a place of refuge', () => {
  it.each([
    'Frauenhaus Dortmund',
    'Autonomes Frauenschutzhaus',
    'Schutzwohnung für Mädchen',
    'Zufluchtswohnung',
    'Mädchenhaus e. V.',
    "Women's Refuge",
    'Domestic violence shelter',
  ])('is told by the name %s', (title) => {
    expect(isRefuge(offer({ title }))).toBe(true);
    expect(isRefuge(offer({ provider: { name: title } }))).toBe(true);
    expect(isRefuge(offer({ places: [{ name: title, precision: 'none' }] }))).toBe(true);
    expect(isRefuge(offer(), [title])).toBe(true);
  });

  it('is told by a text that calls its address secret', () => {
    expect(isRefuge(offer({ summary: 'Beratung und Wohnen. Die Adresse ist zu Ihrem Schutz geheim.' }))).toBe(
      true,
    );
  });

  it.each([
    'Frauencafé',
    'Brandschutz im Haus',
    'Deutsch B1 für Frauen',
    'Datenschutz',
    'Haus der Frau',
    'Kita am Mädchenweg',
  ])('is not %s', (title) => {
    expect(isRefuge(offer({ title }))).toBe(false);
  });

  it('is not a course that speaks of one', () => {
    expect(isRefuge(offer({ summary: 'Wir besuchen auch ein Frauenhaus.' }))).toBe(false);
  });

  it('keeps its name, its telephone and nothing that leads there', () => {
    const secret = 'Geheimweg 7';
    const hidden = withoutWhereabouts(
      offer({
        title: 'Frauenhaus',
        summary: secret,
        absence: secret,
        places: [
          { street: secret, postcode: '12045', point: { lat: 52.48, lon: 13.43 }, precision: 'street' },
        ],
        timetable: {
          ...offer().timetable,
          weekly: [{ days: [0], from: 540, to: 600, place: 0 }],
          text: secret,
        },
        cost: { cents: 100, text: secret },
        contact: { phone: '0231 800081', mail: 'a@geheimweg.example' },
        links: { page: 'https://geheimweg.example' },
      }),
    );
    expect(hidden).toMatchObject({
      title: 'Frauenhaus',
      contact: { phone: '0231 800081' },
      places: [],
      links: {},
    });
    expect(JSON.stringify(hidden)).not.toMatch(/geheimweg|12045|52\.48|place":/iu);
  });
});
