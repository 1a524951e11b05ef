/** Which tests have to notice a mutant; see `SUITES`. */
export type Suite = 'reference' | 'ranking' | 'index';

/** One small error planted by hand: `from`, which stands in the file exactly once, becomes `to`. */
export type Mutant = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly suite: Suite;
};

/** The tests that are run over a mutant, as vitest takes them. */
export const SUITES: Readonly<Record<Suite, readonly string[]>> = {
  reference: [
    'test/unit/domain/matching/care/',
    'test/unit/domain/matching/criteria/',
    'test/unit/domain/matching/levers/',
    'test/unit/domain/matching/heeds',
    'test/unit/domain/matching/near-miss',
    'test/unit/domain/matching/next-question',
    'test/unit/domain/matching/order',
    'test/unit/domain/matching/second-reading',
    'test/unit/domain/matching/variants',
    'test/unit/domain/matching/verdict',
    'test/unit/domain/place/',
    'test/unit/domain/time/',
  ],
  ranking: [
    'test/unit/domain/matching/fast/any-family',
    'test/unit/domain/matching/fast/any-request',
    'test/unit/domain/matching/fast/corner-cases',
    'test/unit/domain/matching/fast/near-misses',
    'test/unit/domain/matching/fast/section-nine',
  ],
  index: [
    'test/unit/domain/matching/match-index/',
    'test/unit/use-cases/catalogue-index',
    'test/unit/use-cases/current-offers',
    'test/unit/domain/matching/fast/any-request',
    'test/unit/domain/matching/fast/corner-cases',
  ],
};

const MATCHING = 'shared/domain/matching';
const of = (suite: Suite, file: string, name: string, from: string, to: string): Mutant => {
  const folder = file.startsWith('shared/') ? '' : `${MATCHING}/`;
  return { suite, file: `${folder}${file}`, name, from, to };
};

const REFERENCE: readonly Mutant[] = [
  of(
    'reference',
    'care/needs-care.ts',
    'a child of exactly 12 years needs care',
    'possible.least < limit',
    'possible.least <= limit',
  ),
  of(
    'reference',
    'care/needs-care.ts',
    'online as on site',
    'session.online ? ALONE_FROM_MONTHS_ONLINE :',
    'session.online ? ALONE_FROM_MONTHS_ON_SITE :',
  ),
  of(
    'reference',
    'care/coverage.ts',
    'an entry ends a day early',
    'date > entry.until',
    'date >= entry.until',
  ),
  of('reference', 'care/coverage.ts', 'Kita goes on after school begins', 'date > end;', 'date > end + 365;'),
  of(
    'reference',
    'care/coverage.ts',
    'school hours on public holidays',
    "return kind !== 'family';",
    "return kind !== 'family' && kind !== 'school';",
  ),
  of(
    'reference',
    'care/coverage.ts',
    'hours of the night before are forgotten',
    'const hours = [addDays(date, -1), date]',
    'const hours = [date]',
  ),
  of(
    'reference',
    'care/coverage.ts',
    'a helper of every other week counts as every week',
    "helper.every === 'week'",
    "helper.every !== 'sometimes'",
  ),
  of(
    'reference',
    'care/needs.ts',
    'no time to hand a child over on the way back',
    'stretch.to + minutesOf(frame, half, one)',
    'stretch.to + Math.max(0, minutesOf(frame, half, one) - 5)',
  ),
  of(
    'reference',
    'care/needs.ts',
    'the last of several children is dropped',
    'return children.map((one) => ({',
    'return children.slice(0, 3).map((one) => ({',
  ),
  of(
    'reference',
    'care/tour.ts',
    'five places are tried in every order',
    'MOST_PLACES_TO_PERMUTE = 4',
    'MOST_PLACES_TO_PERMUTE = 5',
  ),
  of(
    'reference',
    'care/presence.ts',
    'a child is where it overlaps least',
    'other.minutes - one.minutes ||',
    'one.minutes - other.minutes ||',
  ),
  of(
    'reference',
    'care/gaps.ts',
    'a week of six days',
    'to: (monday + 7) * MINUTES_PER_DAY',
    'to: (monday + 6) * MINUTES_PER_DAY',
  ),
  of(
    'reference',
    'care/course-childcare.ts',
    'one place too few is enough',
    'childcare.free >= children',
    'childcare.free >= children - 1',
  ),
  of(
    'reference',
    'care/closes-for-booked.ts',
    'no time to change over after the Kita',
    'part.from - (edges.some((edge) => touches(edge.to, part.from)) ? widening : 0)',
    'part.from',
  ),
  of(
    'reference',
    'care/new-care.ts',
    'settling-in may begin on the very day too late',
    '< addDays(today, settlingInLeadDays)',
    '<= addDays(today, settlingInLeadDays)',
  ),
  of(
    'reference',
    'care/proposals.ts',
    'two children share one place',
    'inUse <= (care.free ?? 0)',
    'inUse <= (care.free ?? 0) + 1',
  ),
  of('reference', 'care/proposals.ts', 'four proposals a child', 'MOST_PROPOSALS = 3', 'MOST_PROPOSALS = 4'),
  of(
    'reference',
    'care/week-budget.ts',
    'six hours and a minute pay less than six',
    'Math.max(360, presence - 30)',
    'presence - 30',
  ),
  of(
    'reference',
    'care/child-age.ts',
    'the last month of an age range is outside',
    'possible.most <= ages.toMonths) return',
    'possible.most < ages.toMonths) return',
  ),
  of(
    'reference',
    'criteria/reach.ts',
    'as long as the limit is too long',
    'minutes <= frame.maxTravelMinutes) return',
    'minutes < frame.maxTravelMinutes) return',
  ),
  of(
    'reference',
    'criteria/start.ts',
    'the last day of the window is too late',
    'first > until) return unmet',
    'first >= until) return unmet',
  ),
  of(
    'reference',
    'criteria/german.ts',
    'what one knows already is not too easy',
    'compareGerman(own, to) >= 0',
    'compareGerman(own, to) > 0',
  ),
  of(
    'reference',
    'criteria/hours.ts',
    'growth read from a text is a promise',
    "growth?.certainty === 'stated' ? growth.toHours : 0",
    'growth?.toHours ?? 0',
  ),
  of(
    'reference',
    'criteria/own-time.ts',
    'the way home costs no time of her own',
    'to: stretch.to + back }',
    'to: stretch.to }',
  ),
  of(
    'reference',
    'levers/nearest-care-change.ts',
    'four dates for a helper',
    'MOST_HELPER_DATES = 3',
    'MOST_HELPER_DATES = 4',
  ),
  of(
    'reference',
    'levers/care-changes.ts',
    'the class that is booked already is one up',
    'weeklyHours * 60 > booked',
    'weeklyHours * 60 >= booked',
  ),
  of(
    'reference',
    'order.ts',
    'what has no gap known comes first',
    'Number(one === null) - Number(other === null)',
    'Number(other === null) - Number(one === null)',
  ),
  of(
    'reference',
    'verdict.ts',
    'ten open dates of the holidays are too many',
    'openHolidayDates > maxOpenHolidayDates',
    'openHolidayDates >= maxOpenHolidayDates',
  ),
  of(
    'reference',
    'shared/domain/time/schedule.ts',
    'four weeks are a day short',
    'DAYS_WHEN_END_NOT_KNOWN = 28',
    'DAYS_WHEN_END_NOT_KNOWN = 27',
  ),
  of(
    'reference',
    'shared/domain/place/travel.ts',
    'a house in the middle of its postcode is no way off',
    'isAreaOnly(from) || isAreaOnly(to) ? figures.sameAreaMinutes : 0',
    '0',
  ),
];

const INDEX: readonly Mutant[] = [
  of(
    'index',
    'match-index/held-sessions.ts',
    'the last day of a timetable is not held',
    'date >= first && date <= last &&',
    'date >= first && date < last &&',
  ),
  of('index', 'match-index/held-sessions.ts', 'held on excepted dates', '!left.has(date) && ', ''),
  of('index', 'match-index/week-number.ts', 'weeks begin on Tuesday', '_29 = 3;', '_29 = 2;'),
  of(
    'index',
    'match-index/index-file.ts',
    'a damaged file is read',
    "if (checksum(columns) !== header.getUint32(20, true)) return failed('damaged');",
    '',
  ),
  of(
    'index',
    'shared/use-cases/catalogue-index.ts',
    'an index of another catalogue is taken',
    "if (stamp.slice(0, ID_CHARACTERS) !== source.id) return failed('other-catalogue');",
    '',
  ),
  of(
    'index',
    'shared/use-cases/feed-offers.ts',
    'what is hidden stays in the index',
    'published !== undefined && told.length === catalogue.entries.length',
    'published !== undefined',
  ),
  of(
    'index',
    'shared/use-cases/feed-offers.ts',
    'what another feed tells of as well is shown twice',
    'withDuplicates(published, offers)',
    'published',
  ),
];

const RANKING: readonly Mutant[] = [
  of(
    'ranking',
    'fast/day-classes.ts',
    'the last day of an entry counts as the first without it',
    '...dayAfter(until)]',
    '...(until === undefined ? [] : [until])]',
  ),
  of(
    'ranking',
    'fast/day-classes.ts',
    'turning 12 is forgotten',
    'const borders = [0, 10 * 12, 12 * 12];',
    'const borders = [0, 10 * 12];',
  ),
  of(
    'ranking',
    'fast/near-places.ts',
    'a count of childcare never grows old',
    'frame.today - asOf <= frame.region.figures.careCountMaxAgeDays',
    'frame.today - asOf <= 10_000',
  ),
  of(
    'ranking',
    'fast/near-places.ts',
    'childcare north of home is taken for too far',
    ') > bound;',
    ') > bound / 4;',
  ),
  of(
    'ranking',
    'fast/near-miss.ts',
    'four dates for a helper',
    'MOST_HELPER_DATES = 3',
    'MOST_HELPER_DATES = 4',
  ),
  of(
    'ranking',
    'fast/near-miss.ts',
    'helpers after midnight help on their own day alone',
    'if (hours.to > MINUTES_PER_DAY) bits |= 1 << ((day + 1) % 7);',
    '',
  ),
  of(
    'ranking',
    'fast/current.ts',
    'the last day of validity is over',
    '?? NO_DATE) >= today',
    '?? NO_DATE) > today',
  ),
];

/** Every mutant; each stands for an error that somebody could make. */
export const MUTANTS: readonly Mutant[] = [...REFERENCE, ...INDEX, ...RANKING];
