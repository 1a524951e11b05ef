import { describe, expect, it } from 'vitest';
import { streetList } from '../../../../shared/domain/place/street-list.ts';

const at = (lat: number) => ({ lat, lon: 7.4 });
const find = streetList([
  { street: 'Weserstraße', house: '88a', postcode: '44145', point: at(51.1) },
  { street: 'Weserstraße', postcode: '44145', point: at(51.2) },
  { street: 'Hauptstr.', postcode: '44145', point: at(51.3) },
  { street: 'Hauptstr.', postcode: '44379', point: at(51.4) },
  { street: 'Straße der Einheit', house: '7', postcode: '44145', point: at(51.5) },
  { street: 'Weserstr.', house: '88 A', postcode: '44145', point: at(59) },
]);

describe('a list of streets', () => {
  it.each([
    'Weserstraße 88a',
    'Weserstr. 88 a',
    'WESERSTRASSE 88A',
    'Weser-Straße 88a',
    ' Weserstr. 88a-90 ',
  ])('knows %s as one house', (street) => {
    expect(find({ street, postcode: '44145' })).toEqual({ point: at(51.1), isHouse: true });
  });

  it('knows only the street of a house that it does not have', () => {
    expect(find({ street: 'Weserstraße 9', postcode: '44145' })).toEqual({ point: at(51.2), isHouse: false });
    expect(find({ street: 'Weserstraße', postcode: '44145' })).toEqual({ point: at(51.2), isHouse: false });
  });

  it('tells apart two streets of one name by the postcode, and believes neither without it', () => {
    expect(find({ street: 'Hauptstraße 1', postcode: '44379' })?.point).toEqual(at(51.4));
    expect(find({ street: 'Hauptstraße 1' })).toBeUndefined();
    expect(find({ street: 'Weserstraße 88a' })?.isHouse).toBe(true);
  });

  it('finds nothing where street and postcode contradict each other', () => {
    expect(find({ street: 'Weserstraße 88a', postcode: '44379' })).toBeUndefined();
  });

  it.each(['Straße der Einheit 7', 'Str. der Einheit 7', 'Einheit 7', '', '7', 'Treffpunkt am Brunnen'])(
    'takes %j for what it says and nothing else',
    (street) => {
      const expected = street === 'Straße der Einheit 7' ? { point: at(51.5), isHouse: true } : undefined;
      expect(find({ street, postcode: '44145' })).toEqual(expected);
    },
  );

  it('takes no time over a long line', () => {
    expect(find({ street: `${'a '.repeat(50_000)}1 -`, postcode: '44145' })).toBeUndefined();
  });
});
