import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { MADRID, readTable, REAL_COURSE_TABLES, REAL_TABLES } from '../../support/real-tables.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why. Of each list they hold the first ten
// offers and every offer with a notice.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('a real list gives the golden offers and notices', () => {
  it.each([...Object.values(REAL_TABLES), ...Object.values(REAL_COURSE_TABLES)])('$name', async (table) => {
    const { outcomes } = await readTable(table, table.name === 'madrid' ? MADRID : undefined);
    const shown = outcomes.filter(({ notices }, index) => index < 10 || notices.length > 0);
    expect(shown.length).toBeGreaterThanOrEqual(10);
    const offers = shown.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer);
    await expect(lines(offers)).toMatchFileSnapshot(`golden/${table.name}.offers.jsonl`);
    const notices = outcomes.flatMap((outcome) => outcome.notices);
    await expect(lines(notices)).toMatchFileSnapshot(`golden/${table.name}.notices.jsonl`);
  });
});
