import { describe, expect, test } from 'vitest';
import { explainOffer } from '../../../../../../shared/domain/matching/match-offers.ts';
import { addDays } from '../../../../../../shared/domain/time/local-date.ts';
import {
  child,
  course,
  gapLines,
  hours,
  kita,
  timetable,
  TODAY,
} from '../../../../../support/family-language.ts';
import {
  at,
  familyOf,
  mayCourse,
  proposalLines,
  FETCHING,
  openAt,
} from '../../../../../support/new-care-town.ts';
import { madeOut, shown, UNTIL_ELEVEN } from '../../../../../support/shown-match.ts';
import { generateOffers } from '../../../../../support/generate-offers.ts';
import { generateFamilies, generateSituations } from '../../../../../support/generate-situations.ts';
import { day } from '../../../../../support/some-offer.ts';
import { SOME_REGION } from '../../../../../support/some-region.ts';

describe('the places proposed on a page', () => {
  test('say what is open', () => {
    const places = [
      openAt('who', 'mini'),
      openAt('hours', 'mini', FETCHING, ''),
      openAt('free', 'other', { ...FETCHING, free: 1, asOf: addDays(TODAY, -31) }),
    ];
    expect(proposalLines(shown([mayCourse('mo 09:00-12:00'), ...places], familyOf([UNTIL_ELEVEN])))).toEqual([
      'hours: hours-not-known',
      'who: who-brings',
      'free: place-not-known',
    ]);
  });

  test('are too late for a course that begins next week, at the border of an age open for it', () => {
    const who = familyOf([child('4y', UNTIL_ELEVEN.care)]);
    const offer = course('mo 09:00-12:00', { places: [at('course')] });
    const until = openAt('until', 'mini', { ...FETCHING, ages: { fromMonths: 0, toMonths: 52 } });
    expect(proposalLines(shown([offer, until], who))).toEqual(['until: age-border too-late']);
  });

  test.each([
    ['who has care', UNTIL_ELEVEN],
    ['who has none', child('50m', [])],
  ])('to a child %s are the three with the shortest ways, counting ones first, then by id', (_name, one) => {
    const places = [
      openAt('edge', 'edge', FETCHING),
      openAt('other', 'other', FETCHING),
      openAt('mini-b', 'mini', FETCHING),
      openAt('mini-a', 'mini', FETCHING),
      openAt('open', 'mini', { ...FETCHING, openings: [] }),
      openAt('far', 'far', FETCHING),
    ];
    const offer = mayCourse('mo,th 09:00-12:00');
    expect(proposalLines(shown([offer, ...places], familyOf([one])))).toEqual(['mini-a', 'mini-b', 'other']);
    const fewer = places.slice(3);
    expect(proposalLines(shown([offer, ...fewer], familyOf([one])))).toEqual([
      'mini-a',
      'open: hours-not-known',
    ]);
  });

  test('are ordered by the way to the first session with a gap', () => {
    const days = hours('mo 09:00-10:30; tu 09:00-12:00');
    const offer = mayCourse('', {
      places: [at('course'), at('kita')],
      timetable: timetable('', {
        weekly: days.map((slot, index) => ({ ...slot, place: index })),
        first: day('2025-05-06'),
        last: day('2025-05-19'),
      }),
    });
    const places = [openAt('other', 'other', FETCHING), openAt('mini', 'mini', FETCHING)];
    const match = shown([offer, ...places], familyOf([UNTIL_ELEVEN]));
    expect(gapLines(match.gaps).map((line) => line.slice(0, 10))).toEqual(['child 0 tu']);
    expect(proposalLines(match)).toEqual(['mini', 'other']);
  });

  test('take two children at one place only where there is room for both', () => {
    const two = familyOf([child('20m', []), child('40m', [])]);
    const places = [openAt('one', 'mini', { free: 1 }), openAt('two', 'other', { free: 2 })];
    const match = shown([mayCourse('mo 09:00-12:00'), ...places], two);
    expect(match.verdict).toBe('fits-with-care');
    expect(proposalLines(match, 1)).toEqual(['two', 'one: two-places']);
  });

  test('are there for a child without care on several days, beside another with a gap', () => {
    const two = familyOf([UNTIL_ELEVEN, child('20m', [])]);
    const match = shown([mayCourse('mo,tu 09:00-12:00'), openAt('mini', 'mini', FETCHING)], two);
    expect(match.verdict).toBe('fits-with-care');
    expect(match.care.map((each) => each.child)).toEqual([0, 1]);
  });

  test('are those at which a child is anyway, whoever fetches', () => {
    const who = familyOf([child('50m', [kita('mo-fr 08:45-11:00', { place: at('mini') })])]);
    const match = shown([mayCourse('mo 09:00-12:00'), openAt('there', 'mini')], who);
    expect(proposalLines(match)).toEqual(['there']);
  });
});

describe('a page of a generated city', () => {
  const { region: berlin } = SOME_REGION;
  const offers = generateOffers({ region: berlin, today: TODAY, count: 400, childcare: 120, seed: 12 });

  test.each([
    ['two children with care', generateFamilies(berlin, 3, 12)],
    [
      'a child without any',
      generateSituations(berlin, 2, 12).map((who) => ({ ...who, goals: [], children: [child('30m', [])] })),
    ],
  ])('is that of the reference for parents of %s', (_name, parents) => {
    for (const who of parents) {
      const input = { situation: who, offers, region: berlin, today: TODAY, levers: false };
      const page = madeOut(input).filter((_match, position) => position % 9 === 0);
      expect(page.some(({ care: places }) => places.some(({ proposals }) => proposals.length === 3))).toBe(
        true,
      );
      for (const match of page) {
        const expected = { ...explainOffer(input, match.offer.id), others: match.others };
        expect(JSON.stringify(match)).toBe(JSON.stringify(expected));
      }
    }
  });
});
