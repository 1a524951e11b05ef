import { describe, expect, it } from 'vitest';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import { noticeOf } from '../../shared/feeds/notice.ts';
import type { ImportRun, ImportRuns } from '../../shared/ports/import-runs.ts';
import { FEED, freshRegion } from '../support/numbered-offers.ts';

const STARTED = Date.parse('2025-03-24T02:30:00Z');
const running = (startedAt = STARTED): ImportRun => ({
  feed: FEED,
  startedAt,
  state: 'running',
  counts: { records: 500, rejected: 2 },
  original: 'ab'.repeat(32),
  source: `${'ab'.repeat(32)}/open-vhs-1`,
  notices: [],
});

/** What every ImportRuns has to keep; run over each adapter. */
export function importRunsContract(name: string, open: () => ImportRuns): void {
  describe(`${name} as ImportRuns`, () => {
    it('gives back a run as it was written, to the last notice', async () => {
      const [runs, region] = [open(), freshRegion()];
      const notice = noticeOf('price-zero', { record: { number: 7, id: 'x' }, field: 'preis', value: '0' });
      const run: ImportRun = {
        ...running(),
        state: 'quarantined',
        reason: 'feed-shrank',
        counts: { records: 83, offers: 83, milliseconds: 120 },
        notices: [{ code: 'price-zero', severity: 'warning', count: 40, examples: [notice] }],
        decided: 'discarded',
      };
      await runs.writeRun(region, run);
      expect(await runs.readRuns(region, FEED, 5)).toEqual([run]);
    });

    it('writes a run over what was written of it before', async () => {
      const [runs, region] = [open(), freshRegion()];
      await runs.writeRun(region, running());
      await runs.writeRun(region, { ...running(), state: 'published', counts: { records: 900 } });
      expect(await runs.readRuns(region, FEED, 5)).toMatchObject([
        { state: 'published', counts: { records: 900 } },
      ]);
    });

    it('gives the last runs, the newest first', async () => {
      const [runs, region] = [open(), freshRegion()];
      for (const at of [3, 1, 10, 2]) await runs.writeRun(region, running(STARTED + at));
      const last = await runs.readRuns(region, FEED, 3);
      expect(last.map(({ startedAt }) => startedAt - STARTED)).toEqual([10, 3, 2]);
    });

    it('knows nothing of another feed or region', async () => {
      const [runs, region] = [open(), freshRegion()];
      await runs.writeRun(region, running());
      expect(await runs.readRuns(region, parseFeedId('other')!, 5)).toEqual([]);
      expect(await runs.readRuns(freshRegion(), FEED, 5)).toEqual([]);
    });
  });
}
