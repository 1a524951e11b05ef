/** Which tests have to notice a mutant; see `SUITES`. */
export type Suite = 'reference' | 'ranking' | 'page' | 'levers' | 'index';

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
    'test/unit/domain/matching/fast/alike-sessions',
    'test/unit/domain/matching/fast/any-family',
    'test/unit/domain/matching/fast/any-request',
    'test/unit/domain/matching/fast/corner-cases',
    'test/unit/domain/matching/fast/levers/near-misses',
    'test/unit/domain/matching/fast/remembered-sessions',
    'test/unit/domain/matching/fast/section-nine',
    'test/unit/domain/matching/fast/siblings-at-one-place',
  ],
  page: [
    'test/unit/domain/matching/fast/shown/',
    'test/unit/domain/matching/fast/any-family',
    'test/unit/domain/matching/fast/any-request',
    'test/unit/domain/matching/fast/corner-cases',
  ],
  levers: ['test/unit/domain/matching/fast/levers/', 'test/unit/region/dortmund-levers'],
  index: [
    'test/unit/domain/matching/match-index/',
    'test/unit/use-cases/catalogue-index',
    'test/unit/use-cases/current-offers',
    'test/unit/domain/matching/fast/any-request',
    'test/unit/domain/matching/fast/corner-cases',
  ],
};

const MATCHING = 'shared/domain/matching';
/** A mutant in a file below the matcher's folder, or anywhere in `shared/`. */
export const planted = (suite: Suite, file: string, name: string, from: string, to: string): Mutant => {
  const folder = file.startsWith('shared/') ? '' : `${MATCHING}/`;
  return { suite, file: `${folder}${file}`, name, from, to };
};
