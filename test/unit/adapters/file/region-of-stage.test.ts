import { expect, it } from 'vitest';
import { readRegionOfStage } from '../../../../shared/adapters/file/region-of-stage.ts';

it('reads a region for a stage that may serve it', async () => {
  const read = await readRegionOfStage({ stage: 'staging', region: 'dortmund' });
  expect(read).toMatchObject({ ok: true, value: { region: { id: 'dortmund' } } });
});

it.each([
  ['dortmund', /^Production refuses the feed beispiel-betreuung because it holds sample data/],
  ['nirgendwo', /^The region nirgendwo cannot be read: /],
])('says in a sentence why production cannot serve %s', async (region, sentence) => {
  const read = await readRegionOfStage({ stage: 'production', region });
  expect(read).toEqual({ ok: false, failure: expect.stringMatching(sentence) as string });
});
