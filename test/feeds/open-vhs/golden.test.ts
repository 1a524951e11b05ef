import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { OPEN_VHS } from '../../../shared/feeds/open-vhs/open-vhs.ts';
import { bytesOf, offerOf, outcomesOf } from '../../support/feed-under-test.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const read = () => outcomesOf(OPEN_VHS, bytesOf('test/feeds/open-vhs/real/kurse-klein.json'));
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('46 real courses of Berlin', () => {
  it('give the golden offers, in the text form of the contract', async () => {
    const offers = (await read()).map(offerOf);
    expect(offers).toHaveLength(46);
    await expect(lines(offers.map(toOfferAnswer))).toMatchFileSnapshot('golden/offers.jsonl');
  });

  it('give the golden notices', async () => {
    const notices = (await read()).flatMap((outcome) => outcome.notices);
    expect(notices.length).toBeGreaterThan(0);
    await expect(lines(notices)).toMatchFileSnapshot('golden/notices.jsonl');
  });
});
