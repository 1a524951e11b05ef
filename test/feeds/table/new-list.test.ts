import { describe, expect, it } from 'vitest';
import { bytesOf, offerOf, outcomesOf } from '../../support/feed-under-test.ts';
import { formatBy, GERMANY } from '../../support/table-under-test.ts';

// A list that the project did not know before, the Berufskollegs among the schools of the land: nothing but this map.
const MAP = {
  offers: 'childcare',
  file: { form: 'csv', separator: ';' },
  empty: ['null'],
  skip: [{ column: 'Schulform', isNot: ['30'] }],
  id: { as: 'hash', from: ['Schulbezeichnung_1', 'Strasse'] },
  title: { as: 'text', from: 'Kurzbezeichnung' },
  provider: {
    as: 'words',
    from: 'Rechtsform',
    words: { '1': 'öffentlicher Träger', '2': 'privater Träger' },
  },
  place: {
    street: { as: 'text', from: 'Strasse' },
    postcode: { as: 'text', from: 'PLZ' },
    city: { as: 'text', from: 'Ort' },
    point: { as: 'utm', east: 'UTMRechtswert', north: 'UTMHochwert', system: 'EPSG:25832' },
  },
  care: { kind: { as: 'constant', value: 'school' } },
};

describe('a new list', () => {
  it('is a map and no code', async () => {
    const read = await outcomesOf(
      formatBy(MAP),
      bytesOf('shared/region/dortmund/feeds/schulen-nrw.csv'),
      GERMANY,
    );
    expect(read).toHaveLength(14);
    expect(offerOf(read[0])).toMatchObject({
      title: 'Dortmund, BK CJD Berufskolleg',
      provider: { name: 'privater Träger' },
      places: [{ street: 'Kleybredde 29', postcode: '44149', precision: 'street' }],
      care: { kind: 'school' },
    });
  });
});
