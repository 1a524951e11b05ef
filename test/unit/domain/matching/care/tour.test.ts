import { describe, expect, test } from 'vitest';
import type { CareEntry, Child } from '../../../../../shared/domain/situation/situation.ts';
import {
  care,
  child,
  course,
  family,
  region,
  situation,
  town,
  type Town,
} from '../../../../support/family-language.ts';
import { needLines } from '../../../../support/need-lines.ts';

const ALL_DAY = 'mo 06:00-18:00';

function at(where: Town, name: string, times = ALL_DAY, own: Partial<CareEntry> = {}): Child {
  return child('4y', [care('childminder', times, { place: where.place(name), ...own })]);
}

function needs(where: Town, children: readonly Child[], online = false): readonly string[] | undefined {
  const offer = course(
    'mo 09:00-12:00',
    online ? { places: [], online } : { places: [where.place('course')] },
  );
  return needLines(situation(children, { home: where.place('home') }), offer, region({}, where));
}

/** Four places, 10 minutes between any two of them. */
const EVEN = town('home-south 10, home-north 10, home-course 10', 10);

describe('home, where a child stays there', () => {
  test('is first on the way there and last on the way back, with one handover', () => {
    const where = town('home-kita 10, kita-course 15, home-course 5');
    const children = [child('2y', [family(ALL_DAY)]), at(where, 'kita')];
    expect(needs(where, children)).toEqual(['0 08:25-12:35', '1 08:40-12:20']);
  });

  test('is handed over before and after the tour of an online session too', () => {
    const where = town('home-kita 10');
    const children = [child('2y', [family(ALL_DAY)]), at(where, 'kita')];
    expect(needs(where, children, true)).toEqual(['0 08:30-12:30', '1 08:45-12:15']);
  });
});

describe('different places', () => {
  test('each stop adds a handover and the way on', () => {
    const where = town('home-a 5, a>b 10, b>a 60, b-course 20, a-course 60, home-b 60, home-course 60');
    // There: home - a - b - course, b at 09:00 - 20 - 5, a 10 and 5 before. Back: b after 20 and 5, a after 60 and 5 more.
    expect(needs(where, [at(where, 'a'), at(where, 'b')])).toEqual(['0 08:20-13:30', '1 08:35-12:25']);
  });

  test('places that are the same are one stop', () => {
    const children = [at(EVEN, 'south'), at(EVEN, 'north'), at(EVEN, 'south')];
    expect(needs(EVEN, children)).toEqual(['0 08:30-12:15', '1 08:45-12:30', '2 08:30-12:15']);
  });

  test('a child where the session is needs no stop', () => {
    const children = [at(EVEN, 'course'), at(EVEN, 'south')];
    expect(needs(EVEN, children)).toEqual(['0 09:00-12:00', '1 08:45-12:15']);
  });
});

describe('the order of stops', () => {
  test('leaves the fewest uncovered minutes: who opens late is brought last', () => {
    const late = [at(EVEN, 'south', 'mo 08:45-18:00'), at(EVEN, 'north')];
    expect(needs(EVEN, late)).toEqual(['0 08:45-12:15', '1 08:30-12:30']);
    const early = [at(EVEN, 'south'), at(EVEN, 'north', 'mo 08:45-18:00')];
    expect(needs(EVEN, early)).toEqual(['0 08:30-12:15', '1 08:45-12:30']);
  });

  test('who closes early is fetched first', () => {
    const children = [at(EVEN, 'south'), at(EVEN, 'north', 'mo 06:00-12:15')];
    expect(needs(EVEN, children)).toEqual(['0 08:30-12:30', '1 08:45-12:15']);
  });

  test('there and back are chosen on their own', () => {
    const children = [at(EVEN, 'south', 'mo 08:45-18:00'), at(EVEN, 'north', 'mo 06:00-12:15')];
    expect(needs(EVEN, children)).toEqual(['0 08:45-12:30', '1 08:30-12:15']);
  });

  test('minutes are summed over the children: two weigh more than one', () => {
    const late = 'mo 08:45-12:15';
    const children = [at(EVEN, 'south', late), at(EVEN, 'south', late), at(EVEN, 'north', late)];
    expect(needs(EVEN, children)).toEqual(['0 08:45-12:15', '1 08:45-12:15', '2 08:30-12:30']);
  });

  test('fewest minutes come before the latest departure', () => {
    const where = town('home-south 10, home-north 40, home-course 10', 10);
    const children = [at(where, 'south', 'mo 08:45-18:00'), at(where, 'north')];
    expect(needs(where, children)?.[0]).toBe('0 08:45-12:30');
  });

  test('ties there: the latest departure; back: the earliest home', () => {
    const where = town('home-south 40, home-north 10, home-course 10', 10);
    expect(needs(where, [at(where, 'south'), at(where, 'north')])).toEqual([
      '0 08:45-12:15',
      '1 08:30-12:30',
    ]);
    const other = town('home-south 10, home-north 40, home-course 10', 10);
    expect(needs(other, [at(other, 'south'), at(other, 'north')])).toEqual([
      '0 08:30-12:30',
      '1 08:45-12:15',
    ]);
  });

  test('then by place: the lower latitude first, there and back', () => {
    const expected = ['0 08:30-12:15', '1 08:45-12:30'];
    expect(needs(EVEN, [at(EVEN, 'south'), at(EVEN, 'north')])).toEqual(expected);
    expect(needs(EVEN, [at(EVEN, 'north'), at(EVEN, 'south')])).toEqual(['0 08:45-12:30', '1 08:30-12:15']);
  });

  test('a child that goes alone counts too: it would rather have the parent leave late', () => {
    const where = town('home-south 40, home-north 10, home-course 10', 10);
    const alone = child('8y', [family('mo 08:20-12:40')], { goesAlone: true });
    // South last would be uncovered for 15 minutes, but the parent would leave home at 08:20 instead of 07:50.
    const children = [at(where, 'south', 'mo 08:40-18:00'), at(where, 'north', 'mo 08:40-18:00'), alone];
    expect(needs(where, children)?.[2]).toBe('2 08:20-12:40');
  });
});

describe('more than four places', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const where = town(
    'a-course 5, b-course 10, c-course 15, d-course 20, e-course 25, home-course 5, home-a 5, home-b 5, home-c 5, home-d 5, home-e 5',
    10,
  );
  const children = NAMES.map((name) => at(where, name));

  test('the farthest from the session is first on the way there and last on the way back', () => {
    expect(needs(where, children)).toEqual([
      '0 08:50-12:10',
      '1 08:35-12:25',
      '2 08:20-12:40',
      '3 08:05-12:55',
      '4 07:50-13:10',
    ]);
  });

  test('whatever that leaves uncovered', () => {
    const [first, ...others] = children;
    if (first === undefined) throw new Error('five children');
    const some = [first, ...others.slice(0, 3), at(where, 'e', 'mo 08:50-12:10')];
    expect(needs(where, some)?.[4]).toBe('4 07:50-13:10');
  });

  test('home counts as one of them', () => {
    const stays = child('2y', [family(ALL_DAY)]);
    const lateA = at(where, 'd', 'mo 08:35-12:25');
    const four = [stays, at(where, 'b'), at(where, 'c'), lateA];
    expect(needs(where, four)?.[3]).toBe('3 08:35-12:25');
    const five = [stays, at(where, 'a'), at(where, 'b'), at(where, 'c'), lateA];
    expect(needs(where, five)?.[4]).toBe('4 08:05-12:55');
  });

  test('exactly four are still put in the best order', () => {
    const late = [at(where, 'a'), at(where, 'b'), at(where, 'c'), at(where, 'd', 'mo 08:35-12:25')];
    expect(needs(where, late)?.[3]).toBe('3 08:35-12:25');
  });
});
