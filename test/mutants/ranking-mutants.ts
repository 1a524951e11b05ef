import { planted, type Mutant } from './mutant.ts';

/** Errors in the index, where it is made, kept and read. */
export const INDEX_MUTANTS: readonly Mutant[] = [
  planted(
    'index',
    'match-index/simple-sessions.ts',
    'the last day of a timetable is not held',
    'date >= first && date <= last &&',
    'date >= first && date < last &&',
  ),
  planted('index', 'match-index/simple-sessions.ts', 'held on excepted dates', '!left.has(date) && ', ''),
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
    'fast/family.ts',
    'sessions at different places are taken for alike',
    'one.place === other.place &&',
    '',
  ),
  planted(
    'ranking',
    'fast/new-care-answer.ts',
    'places are open on all days as on the first with such a gap',
    'return openings.patternOf(dayOf(first)) === openings.patternOf(dayOf(session));',
    'return true;',
  ),
  planted(
    'ranking',
    'fast/course-childcare.ts',
    'full childcare of a course is forgotten where changes are tried',
    'if (gaps.isFull) return;',
    'if (gaps.isFull) {\n    gaps.isFull = false;\n    return;\n  }',
  ),
  planted(
    'ranking',
    'fast/current.ts',
    'the last day of validity is over',
    '?? NO_DATE) >= today',
    '?? NO_DATE) > today',
  ),
];

/** Errors in what a page shows of a match. */
export const PAGE_MUTANTS: readonly Mutant[] = [
  planted(
    'page',
    'fast/shown/way-via.ts',
    'the place nearest to home is proposed first',
    'place.minutesFromHome + onward',
    'place.minutesFromHome',
  ),
  planted(
    'page',
    'fast/shown/way-via.ts',
    'places too far from home are given up too early',
    'minutesFromHome > (kept',
    'minutesFromHome + 10 > (kept',
  ),
  planted(
    'page',
    'fast/shown/booked-proposals.ts',
    'hours that cover the first gap are enough',
    'if (gaps.child[row] === child) keepCovering',
    'if (row === 0) keepCovering',
  ),
  planted(
    'page',
    'fast/shown/unbooked-proposals.ts',
    'open places are told in the order in which they were looked at',
    'inOrder([...open, ...others',
    '([...open, ...others',
  ),
  planted(
    'page',
    'fast/shown/shown-proposals.ts',
    'the last session with a gap decides about ways',
    'if (date > firstDate ||',
    'if (date < firstDate ||',
  ),
  planted(
    'page',
    'fast/shown/shown-gaps.ts',
    'gaps of two sessions that meet are two',
    'return care.isOneADay && areWithinDay(gaps)',
    'return areWithinDay(gaps)',
  ),
  planted(
    'page',
    'fast/shown/least-slack.ts',
    'time to spare after care does not count',
    'lostCells(week, day, to + free, to + free + 1) === 0',
    'true',
  ),
  planted(
    'page',
    'fast/shown/open-gaps-shown.ts',
    'what childcare of the course closes is asked about',
    "if (each?.outcome === 'closed') return [];",
    '',
  ),
];

/** Errors in what levers take for certain. */
export const LEVER_MUTANTS: readonly Mutant[] = [
  planted(
    'levers',
    'fast/left-gaps.ts',
    'a session that is covered counts as uncovered whatever the way',
    'isWithinDay && !areCoveredDuring(weeks, 1 << (gaps.child[row] ?? 0), held)',
    'isWithinDay && areCoveredDuring(weeks, 0, held)',
  ),
  planted(
    'levers',
    'fast/left-gaps.ts',
    'what childcare closes already is taken for shut',
    '!left.isClosable && isUntouched',
    'isUntouched',
  ),
  planted(
    'levers',
    'fast/tried-change.ts',
    'care of one child leaves the way to another as it was',
    'return (addsOnly && isOnlyTour) || isAllUnchangedOn(day);',
    'return true;',
  ),
  planted(
    'levers',
    'fast/child-week.ts',
    'helpers after midnight help on their own day alone',
    'nightOf(helped[before])',
    "''",
  ),
  planted(
    'levers',
    'fast/parts-shut.ts',
    'no change helps on a day of a job',
    'if (!tried.isAllUnchangedOn(job.days.ofPlain(weekday))) days |= 1 << weekday;',
    'if (tried.isAllUnchangedOn(job.days.ofPlain(weekday))) days |= 1 << weekday;',
  ),
  planted(
    'levers',
    'fast/levers-ranking.ts',
    'a longer way is thought to decide the language',
    "['travel', bitOf('reach')]",
    "['travel', bitOf('german')]",
  ),
  planted(
    'levers',
    'fast/levers-ranking.ts',
    'offers that another way opens are counted again',
    'if (judge.careFits(asked)) for (const candidate of candidates) opened.add(candidate);',
    'if (judge.careFits(asked)) opened.add(alone.length + opened.size);',
  ),
];
