import { describe, expect, it } from 'vitest';
import { locatePlace, type AddressText } from '../../../shared/feeds/locate-place.ts';
import { streetList } from '../../../shared/domain/place/street-list.ts';
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

describe('locatePlace with a list of streets', () => {
  const house = { lat: 52.4801, lon: 13.4302 };
  const middle = { lat: 52.4844, lon: 13.4355 };
  const streets = streetList([
    { street: 'Donaustr.', house: '88', postcode: '12045', point: house },
    { street: 'Donaustr.', postcode: '12045', point: middle },
  ]);
  const context = { ...FEED_CONTEXT, region: { ...FEED_CONTEXT.region, streets } };
  const inList = (own: AddressText) =>
    locatePlace({ ...GOOD, lat: '', lon: '', ...own }, context, { number: 1 });

  it('knows a house of the list to the house', () => {
    expect(inList({}).place).toMatchObject({ point: house, precision: 'street' });
  });

  it('knows a street of the list better than its postcode, and never to the house', () => {
    expect(inList({ street: 'Donaustraße 3' }).place).toMatchObject({ point: middle, precision: 'postcode' });
  });

  it('believes coordinates of the feed before the list, and the list before coordinates outside the region', () => {
    expect(inList({ lat: '52.482', lon: '13.439' }).place.point).toEqual({ lat: 52.482, lon: 13.439 });
    expect(inList({ lat: '0', lon: '0' }).place).toMatchObject({ point: house, precision: 'street' });
  });

  it('falls back to the postcode where the list does not have the street', () => {
    expect(inList({ street: 'Unbekannter Weg 1' }).place).toMatchObject({
      point: OF_POSTCODE,
      precision: 'postcode',
    });
  });
});
