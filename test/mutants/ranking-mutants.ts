import { planted, type Mutant } from './mutant.ts';

/** Errors in the index, where it is made, kept and read. */
export const INDEX_MUTANTS: readonly Mutant[] = [
  planted(
    'index',
    'match-index/held-sessions.ts',
    'the last day of a timetable is not held',
    'date >= first && date <= last &&',
    'date >= first && date < last &&',
  ),
  planted('index', 'match-index/held-sessions.ts', 'held on excepted dates', '!left.has(date) && ', ''),
  planted('index', 'match-index/week-number.ts', 'weeks begin on Tuesday', '_29 = 3;', '_29 = 2;'),
  planted(
    'index',
    'match-index/index-file.ts',
    'a damaged file is read',
    "if (checksum(columns) !== header.getUint32(20, true)) return failed('damaged');",
    '',
  ),
  planted(
    'index',
    'shared/use-cases/catalogue-index.ts',
    'an index of another catalogue is taken',
    "if (stamp.slice(0, ID_CHARACTERS) !== source.id) return failed('other-catalogue');",
    '',
  ),
  planted(
    'index',
    'shared/use-cases/feed-offers.ts',
    'what is hidden stays in the index',
    'published !== undefined && told.length === catalogue.entries.length',
    'published !== undefined',
  ),
  planted(
    'index',
    'shared/use-cases/feed-offers.ts',
    'what another feed tells of as well is shown twice',
    'withDuplicates(published, offers)',
    'published',
  ),
];

/** Errors in the ranking on it, which the reference shows. */
export const RANKING_MUTANTS: readonly Mutant[] = [
  planted(
    'ranking',
    'fast/day-classes.ts',
    'the last day of an entry counts as the first without it',
    '...dayAfter(until)]',
    '...(until === undefined ? [] : [until])]',
  ),
  planted(
    'ranking',
    'fast/day-classes.ts',
    'turning 12 is forgotten',
    'const borders = [0, 10 * 12, 12 * 12];',
    'const borders = [0, 10 * 12];',
  ),
  planted(
    'ranking',
    'fast/near-places.ts',
    'a count of childcare never grows old',
    'frame.today - asOf <= frame.region.figures.careCountMaxAgeDays',
    'frame.today - asOf <= 10_000',
  ),
  planted(
    'ranking',
    'fast/near-places.ts',
    'childcare north of home is taken for too far',
    ') > bound;',
    ') > bound / 4;',
  ),
  planted(
    'ranking',
    'fast/near-miss.ts',
    'four dates for a helper',
    'MOST_HELPER_DATES = 3',
    'MOST_HELPER_DATES = 4',
  ),
  planted(
    'ranking',
    'fast/near-miss.ts',
    'helpers after midnight help on their own day alone',
    'if (hours.to > MINUTES_PER_DAY) bits |= 1 << ((day + 1) % 7);',
    '',
  ),
  planted(
    'ranking',
    'fast/current.ts',
    'the last day of validity is over',
    '?? NO_DATE) >= today',
    '?? NO_DATE) > today',
  ),
];
