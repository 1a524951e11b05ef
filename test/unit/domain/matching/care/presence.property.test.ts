import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfChild } from '../../../../../shared/domain/matching/care/presence.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import { variantsOf } from '../../../../../shared/domain/matching/variants.ts';
import type { CareEntry } from '../../../../../shared/domain/situation/situation.ts';
import {
  care,
  child,
  course,
  region,
  situation,
  timetable,
  TODAY,
  TOWN,
  town,
} from '../../../../support/family-language.ts';

/** South to north, home between them. */
const PLACES = town('south-home 10', 10);
const NORTH = { ...PLACES.place('home'), name: 'north', district: 'north', point: { lat: 60, lon: 10 } };
const [SOUTH, HOME] = [PLACES.place('south'), PLACES.place('home')];
const [BEGIN, END] = [540, 600];

/** Hours of a Monday around the session, to the quarter of an hour so that ties happen. */
const hours = fc
  .tuple(fc.integer({ min: 32, max: 39 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({ days: [0] as const, from: from * 15, to: (from + length) * 15 }));
const entry: fc.Arbitrary<CareEntry> = fc
  .tuple(fc.array(hours, { minLength: 1, maxLength: 2 }), fc.constantFrom(SOUTH, NORTH, undefined))
  .map(([some, place]) => care('other', '', { hours: some, ...(place === undefined ? {} : { place }) }));

/** The oracle: minutes of the session in the entry, one by one. */
function minutesAt({ hours: some }: CareEntry): number {
  let count = 0;
  for (let minute = BEGIN; minute < END; minute += 1) {
    if (some.some(({ from, to }) => from <= minute && minute < to)) count += 1;
  }
  return count;
}

test('a child is where most minutes of the session are, ties to the south, otherwise at home', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      const one = child('4y', entries);
      const frame = frameOf(situation([one], { home: HOME }), region({}, PLACES), TODAY);
      const offer = course('', { places: [TOWN.place('course')], timetable: timetable('mo 09:00-10:00') });
      const session = variantsOf(frame, offer)[0]?.sessions[0];
      if (session === undefined) throw new Error('one session');
      const most = Math.max(0, ...entries.map(minutesAt));
      const at = entries
        .filter((each) => most > 0 && minutesAt(each) === most)
        .map(({ place }) => place ?? HOME);
      const expected = [SOUTH, HOME, NORTH].find((place) => at.includes(place)) ?? HOME;
      expect(placeOfChild(frame, one, session).name).toBe(expected.name);
    }),
  );
});
