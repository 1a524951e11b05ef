import { expect, test } from 'vitest';
import { asked, child, kita, region } from '../../../../support/family-language.ts';
import { at, CARE_TOWN, familyOf, FETCHING, mayCourse, openAt } from '../../../../support/new-care-town.ts';
import { ranked } from '../../../../support/ranked.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';

const toddler = (age: string) => child(age, [kita('mo-fr 07:00-12:00', { place: at('kita') })]);

test.each([
  [{ mini: 1 }, 'no'],
  [{ mini: 2 }, 'fits-with-care'],
  [{ mini: 1, other: 1 }, 'fits-with-care'],
])('siblings who both need a place, with so many free ones at %o: %s', (free, verdict) => {
  const places = Object.entries(free).map(([where, seats]) =>
    openAt(where, where, { ...FETCHING, free: seats }),
  );
  const who = familyOf([toddler('2y'), toddler('4y')]);
  const offer = mayCourse('mo 13:00-15:00');
  const input = asked(who, [offer, ...places], region({}, CARE_TOWN), true);
  expect(ranked(input).verdicts.get(offer.id)).toBe(verdict);
  expectSameAnswer(input);
});
