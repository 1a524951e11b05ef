import { beforeAll, describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import type { RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import { OPENQ_CAT } from '../../../shared/feeds/openq-cat/openq-cat.ts';
import { bytesOf, FEED_CONTEXT, outcomesOf } from '../../support/feed-under-test.ts';
import { day } from '../../support/some-offer.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
let outcomes: readonly RecordOutcome[] = [];

beforeAll(async () => {
  const context = { ...FEED_CONTEXT, today: day('2026-11-22') };
  outcomes = await outcomesOf(OPENQ_CAT, bytesOf('test/feeds/openq-cat/made-up/katalog.xml'), context);
});

describe('a made-up catalogue of 37 offers and dates', () => {
  it('gives the golden offers, in the text form of the contract', async () => {
    const offers = outcomes.flatMap(({ offer }) => offer ?? []);
    expect(offers).toHaveLength(34);
    await expect(lines(offers.map(toOfferAnswer))).toMatchFileSnapshot('golden/offers.jsonl');
  });

  it('gives the golden notices', async () => {
    await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
      'golden/notices.jsonl',
    );
  });

  it('gives away no person and not the seat of the provider', () => {
    const offers = JSON.stringify(outcomes.map(({ offer }) => offer));
    expect(offers).toContain('info@bildung.example');
    expect(offers).not.toMatch(/beispielfrau|99900011|Am Sitz/iu);
  });
});
