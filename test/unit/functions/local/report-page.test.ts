import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../../functions/local/report-page.tsx';
import { changeTable, importLine } from '../../../../functions/local/import-lines.ts';
import type { ImportReport } from '../../../../shared/use-cases/import-report.ts';
import { noticeOf } from '../../../../shared/feeds/notice.ts';
import { NO_COUNTS } from '../../../../shared/use-cases/import-report.ts';

const invalid = noticeOf('record-invalid', { record: { number: 7 }, field: 'guid' });
const price = noticeOf('price-implausible', {
  record: { number: 3, id: 'a<b' },
  field: 'preis',
  value: '<99990>',
});
const report: ImportReport = {
  region: 'berlin' as never,
  feed: 'vhs' as never,
  state: 'published',
  counts: {
    ...NO_COUNTS,
    records: 120,
    offers: 118,
    rejected: 2,
    added: 5,
    changed: 3,
    removed: 1,
    missing: 4,
  },
  notices: [
    { code: 'price-implausible', severity: 'warning', count: 30, examples: [price] },
    { code: 'record-invalid', severity: 'error', count: 2, examples: [invalid] },
  ],
};
const about = { name: 'Kurse & mehr', day: '2025-03-24', preview: false };

describe('the report as a page', () => {
  it('says in German how it ended, what changed, and how each fault is mended', async () => {
    const page = await reportPage(report, about);
    expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(page).toContain('<h1>Importbericht: Kurse &amp; mehr</h1>');
    expect(page).toContain('Die Angebote wurden übernommen und sind jetzt sichtbar. Stand: 2025-03-24');
    expect(page).toContain('<th scope="row">zurückgezogen</th><td class="count">1</td>');
    expect(page).toContain('<strong>Abhilfe:</strong>');
    expect(page).toContain('Datensatz Nr. 7, Feld „guid“');
  });

  it('names errors before warnings, and shows what a feed wrote as text alone', async () => {
    const page = await reportPage(report, about);
    expect(page.indexOf('record-invalid')).toBeLessThan(page.indexOf('price-implausible'));
    expect(page).toContain('Datensatz a&lt;b, Feld „preis“, Wert „&lt;99990&gt;“');
    expect(page).not.toContain('<99990>');
  });

  it.each([
    ['published', 'Vorschau: es wurde nichts gespeichert. Die Datei würde übernommen.'],
    ['quarantined', 'Vorschau: es wurde nichts gespeichert. Die Datei würde zurückgehalten und geprüft.'],
  ] as const)('tells a preview from a run: %s', async (state, sentence) => {
    const page = await reportPage({ ...report, state }, { ...about, preview: true });
    expect(page).toContain(sentence);
    expect(page).toContain('Was sich ändern würde');
  });

  it.each([
    ['unchanged', undefined, 'unverändert'],
    ['quarantined', 'feed-shrank', 'zurückgehalten'],
    ['failed', 'json-broken', 'nicht übernommen'],
    ['skipped', 'discarded', 'verworfen'],
    ['skipped', 'lease-held', 'Ein anderer Lauf'],
  ] as const)('says what %s (%s) means', async (state, reason, words) => {
    const page = await reportPage({ ...report, state, ...(reason && { reason }) }, about);
    expect(page).toContain(words);
  });

  it('says so when there is nothing to mend', async () => {
    expect(await reportPage({ ...report, notices: [] }, about)).toContain('<h2>Keine Hinweise</h2>');
  });
});

describe('the report on a terminal', () => {
  it('is a table of what changed, with the reasons why records were rejected', () => {
    expect(changeTable(report)).toEqual([
      'records                   120',
      'added                       5',
      'changed                     3',
      'withdrawn                   1',
      'missing, still shown        4',
      'ended                       0',
      'rejected                    2',
      expect.stringMatching(/^ {2}record-invalid +2 {2}[A-Z].*\.$/),
    ]);
  });

  it('says what to do with a run that was held back', () => {
    const line = importLine({ ...report, state: 'quarantined', reason: 'feed-shrank' }, 0);
    expect(line).toContain('(feed-shrank)');
    expect(line).toContain('"import release vhs"');
    expect(line).toContain('"import discard vhs"');
  });

  it('tells bytes that were discarded from a run of somebody else', () => {
    const skipped = { ...report, state: 'skipped' } as const;
    expect(importLine({ ...skipped, reason: 'discarded' }, 0)).toContain('discarded');
    expect(importLine({ ...skipped, reason: 'lease-held' }, 0)).toContain('another run');
  });
});
