import { describe, expect, it } from 'vitest';
import { locatePlace, type AddressText } from '../../../shared/feeds/locate-place.ts';
import { codesOf, FEED_CONTEXT } from '../../support/feed-under-test.ts';

const GOOD: AddressText = {
  name: 'Haus',
  street: 'Donaustraße 88',
  postcode: '12045',
  city: 'Berlin',
  lat: '52.482',
  lon: '13.439',
};
const locate = (own: AddressText) => locatePlace({ ...GOOD, ...own }, FEED_CONTEXT, { number: 1 });
const OF_POSTCODE = { lat: 52.486, lon: 13.436 };

describe('locatePlace', () => {
  it('takes coordinates inside the region', () => {
    const { place, notices } = locate({});
    expect(place).toEqual({
      name: 'Haus',
      street: 'Donaustraße 88',
      postcode: '12045',
      city: 'Berlin',
      point: { lat: 52.482, lon: 13.439 },
      precision: 'street',
    });
    expect(notices).toEqual([]);
  });

  it('reads a decimal comma', () => {
    expect(locate({ lat: '52,482', lon: '13,439' }).place.point).toEqual({ lat: 52.482, lon: 13.439 });
  });

  it.each([
    ['swapped', { lat: '13.439', lon: '52.482' }],
    ['zero', { lat: '0', lon: '0' }],
    ['outside the region', { lat: '48.1', lon: '11.5' }],
    ['no numbers', { lat: '52°28', lon: '13°26' }],
    ['half missing', { lat: '52.482', lon: '' }],
  ])('falls back to the point of the postcode when coordinates are %s', (_, own) => {
    const { place, notices } = locate(own);
    expect(place).toMatchObject({ point: OF_POSTCODE, precision: 'postcode' });
    expect(codesOf(notices)).toEqual(['coordinates-implausible']);
  });

  it('takes the point of the postcode when there are no coordinates, without a notice', () => {
    const { place, notices } = locate({ lat: '', lon: '' });
    expect(place).toMatchObject({ point: OF_POSTCODE, precision: 'postcode' });
    expect(notices).toEqual([]);
  });

  it('knows only the city where the postcode has no point', () => {
    const { place } = locate({ lat: '', lon: '', postcode: '17398' });
    expect(place).toMatchObject({ postcode: '17398', precision: 'city' });
    expect(place.point).toBeUndefined();
  });

  it('knows nothing where nothing but a name is given', () => {
    const { place } = locate({ street: ' -', postcode: '', city: '', lat: '', lon: '' });
    expect(place).toEqual({ name: 'Haus', precision: 'none' });
  });

  it.each(['1045', '120451', 'D-12045'])('leaves out the postcode %s', (postcode) => {
    const { place, notices } = locate({ postcode });
    expect(place.postcode).toBeUndefined();
    expect(codesOf(notices)).toEqual(['postcode-invalid']);
  });

  it('trims a postcode', () => {
    expect(locate({ postcode: '12045 ' })).toMatchObject({ place: { postcode: '12045' }, notices: [] });
  });
});
