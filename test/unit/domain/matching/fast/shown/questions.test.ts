import { describe, expect, test } from 'vitest';
import type { Match } from '../../../../../../shared/domain/matching/match-result.ts';
import type { CourseChildcare } from '../../../../../../shared/domain/offer/offer.ts';
import { child, criterion, helper, kita, timetable } from '../../../../../support/family-language.ts';
import {
  at,
  familyOf,
  mayCourse,
  proposalLines,
  FETCHING,
  openAt,
} from '../../../../../support/new-care-town.ts';
import { shown, UNTIL_ELEVEN } from '../../../../../support/shown-match.ts';
import { day } from '../../../../../support/some-offer.ts';

const DURING: CourseChildcare = { hours: [], during: true, certainty: 'stated' };

describe('the questions on a page', () => {
  const careOf = (match: Match) => criterion(match, 'care');

  test.each<[string, CourseChildcare, readonly string[]]>([
    ['how many places', { ...DURING, ages: { fromMonths: 0, toMonths: 83 } }, ['childcare-free']],
    ['for what ages', { ...DURING, free: 3 }, ['childcare-ages']],
    [
      'when and whether',
      {
        hours: [],
        during: false,
        certainty: 'read-from-text',
        free: 3,
        ages: { fromMonths: 0, toMonths: 83 },
      },
      ['childcare-certain', 'childcare-hours'],
    ],
  ])('ask %s of childcare of the course', (_name, childcare, codes) => {
    const { facts, questions } = careOf(
      shown([mayCourse('mo 09:00-12:00', { childcare })], familyOf([child('50m', [])])),
    );
    expect(facts['reasons']).toEqual(['course-childcare']);
    expect(questions?.map((question) => ('code' in question ? question.code : question.field))).toEqual(
      codes,
    );
  });

  test('do not ask about a child for whom childcare of the course is certain', () => {
    const childcare = { ...DURING, free: 2, ages: { fromMonths: 0, toMonths: 40 } };
    const helpers = [helper('mo 08:00-14:00', 'alternate', [0])];
    const who = familyOf([child('30m', []), child('3y', [])], { helpers });
    const { facts, questions } = careOf(shown([mayCourse('mo 09:00-12:00', { childcare })], who));
    expect(facts['reasons']).toEqual(['course-childcare']);
    expect(questions).toEqual([{ of: 'person', field: 'children.age' }]);
  });

  test('ask whether somebody comes, where care goes on after school has begun and a helper comes then', () => {
    const ended = child('70m', [kita('mo-fr 07:30-11:00', { place: at('kita') })], {
      schoolFrom: day('2025-08-01'),
    });
    const offer = mayCourse('', {
      timetable: timetable('mo 09:00-12:00', { first: day('2025-09-01'), last: day('2025-09-07') }),
    });
    const who = familyOf([ended], { helpers: [helper('mo 10:30-14:00', 'alternate')] });
    expect(careOf(shown([offer], who)).facts['reasons']).toEqual(['helper-irregular', 'school-entry']);
  });

  test.each([
    ['a place with hours that are not known', '', 'place-would-do'],
    ['half of an apprenticeship', 'mo-fr 07:00-08:00', 'ask-part-time'],
  ])('ask for %s', (_name, open, reason) => {
    const offer = mayCourse('mo-fr 09:00-17:00', { kind: 'apprenticeship', goals: ['vocational-degree'] });
    const one =
      reason === 'ask-part-time'
        ? child('50m', [kita('mo-fr 07:30-13:30', { place: at('kita') })])
        : child('50m', []);
    expect(careOf(shown([offer, openAt('any', 'mini', {}, open)], familyOf([one]))).facts['reasons']).toEqual(
      [reason],
    );
  });

  test('are those of the best part of the day of a job, with the places that would do', () => {
    const {
      first: _first,
      last: _last,
      ...unknown
    } = timetable('', { complete: false, missing: ['shifts'] });
    const job = mayCourse('', {
      kind: 'job',
      goals: ['more-hours'],
      dayParts: ['shift', 'morning'],
      hours: { min: 10, max: 10 },
      timetable: { ...unknown, first: day('2025-05-05') },
    });
    const match = shown(
      [job, openAt('mini', 'mini', FETCHING, 'mo-fr 06:00-19:00')],
      familyOf([UNTIL_ELEVEN]),
    );
    expect([careOf(match).result, match.gaps, match.gapMinutesPerWeek]).toEqual(['met-with-place', [], null]);
    expect(proposalLines(match)).toEqual(['mini']);
  });
});
