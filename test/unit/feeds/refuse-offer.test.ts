import { describe, expect, it } from 'vitest';
import { reasonToRefuse } from '../../../shared/feeds/refuse-offer.ts';
import { someOffer } from '../../support/some-offer.ts';

const refusal = (own: Parameters<typeof someOffer>[1]) => reasonToRefuse(someOffer('test-feed:1', own));

describe('reasonToRefuse', () => {
  it.each([
    'Deutsch B1',
    'Testamente richtig verfassen',
    'TestDaF-Vorbereitung C1',
    'DTZ-Test üben',
    'Der Ritt nach São Paulo',
    'Âme et corps',
  ])('finds nothing wrong with "%s"', (title) => {
    expect(refusal({ title })).toBeUndefined();
  });

  it.each(['Gedächtnis stÃ¤rken', 'â€žDeutschâ€œ', 'KÃ¶rper', 'Ma\ufffdnahme'])(
    'finds "%s" garbled',
    (title) => {
      expect(refusal({ title })).toBe('text-garbled');
      expect(refusal({ summary: `Kurs: ${title}` })).toBe('text-garbled');
    },
  );

  it.each(['Dummy-Kita', 'Test', 'Testkurs 4', 'test_123', 'DUMMY'])('finds "%s" to be a test', (title) => {
    expect(refusal({ title })).toBe('record-is-test');
    expect(refusal({ provider: { name: title } })).toBe('record-is-test');
  });

  it('finds a house in the Musterstraße to be a test', () => {
    expect(refusal({ places: [{ street: 'Musterstr. 1', precision: 'none' }] })).toBe('record-is-test');
    expect(refusal({ places: [{ street: 'Mustermannstraße 1', precision: 'none' }] })).toBeUndefined();
  });
});
