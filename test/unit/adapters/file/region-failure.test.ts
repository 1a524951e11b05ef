import { expect, it } from 'vitest';
import { describeRegionFailure } from '../../../../shared/adapters/file/region-failure.ts';

it.each([
  [{ code: 'region-missing', file: 'atlantis' }, 'There is no region in the folder atlantis.'],
  [{ code: 'file-missing', file: 'feeds.json' }, 'The region lacks the file feeds.json.'],
  [{ code: 'unreadable', file: 'a.csv', line: 3, expected: 'CSV' }, 'a.csv, line 3 cannot be read as CSV.'],
  [{ code: 'unreadable', file: 'a.csv' }, 'a.csv cannot be read.'],
  [
    { code: 'wrong-value', file: 'a.csv', line: 3, field: 'date', expected: 'a date YYYY-MM-DD' },
    'a.csv, line 3, field date has a value that cannot be used: a date YYYY-MM-DD.',
  ],
  [{ code: 'repeated', file: 'a.csv', line: 3 }, 'a.csv, line 3 repeats what was given before.'],
] as const)('says %o in one sentence', (failure, sentence) => {
  expect(describeRegionFailure(failure)).toBe(sentence);
});
