import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../shared/domain/result.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import { importSentFile } from '../../../shared/use-cases/import-sent-file.ts';
import { feedUnderTest } from '../../support/import-under-test.ts';
import { sentOffer, WRITER } from '../../support/partner-under-test.ts';
import { numberedSent, sendingPartner } from '../../support/sending-partner.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const region = SOME_REGION.region.id;
const { feed } = WRITER;
const DAY = 24 * 3_600_000;

describe('a file that a partner sent', () => {
  it('becomes the catalogue of its feed, stated by the partner; each fault is told by record and field', async () => {
    const { run, current } = sendingPartner();
    const report = await run([...numberedSent(2), { ...sentOffer({ id: 'k-3' }), kind: 'Kanarie' }]);
    expect(report).toMatchObject({
      state: 'done',
      of: 'offers',
      counts: { records: 3, offers: 2, rejected: 1, added: 2 },
      changes: [
        { kind: 'added', offer: 'traeger:k-1' },
        { kind: 'added', offer: 'traeger:k-2' },
      ],
      faultsInAll: 1,
    });
    const [notice] = report.notices!;
    expect(notice).toMatchObject({ severity: 'error', count: 1, places: [{ record: 3, field: 'kind' }] });
    expect(notice!.de.cure).not.toBe(notice!.en.cure);
    expect(JSON.stringify(report)).not.toContain('Kanarie');
    expect(await current()).toMatchObject([
      { id: 'traeger:k-1', freshness: { statedBy: WRITER.name } },
      { id: 'traeger:k-2', freshness: { statedBy: WRITER.name } },
    ]);
  });

  it('is not repeated in its report nor in the log, but for ids of offers', async () => {
    const { run, logged } = sendingPartner();
    const report = await run([
      { ...sentOffer({ id: 'k-1', title: 'Kanarie1', summary: 'Kanarie2', Kanarie3: 'Kanarie4' }) },
      sentOffer({ id: 'Kanarie 5', kind: 'Kanarie6' }),
      sentOffer({ id: 'k-2', provider: { name: 'Kanarie7' }, links: ['javascript:Kanarie8'] }),
      sentOffer({
        id: 'k-3',
        places: [{ postcode: '99999', city: 'Kanarie9', point: { lat: 1, lon: 1 }, precision: 'street' }],
      }),
    ]);
    expect(report.notices!.length).toBeGreaterThan(1);
    expect(JSON.stringify(report) + logged.lines.join('')).not.toContain('Kanarie');
  });

  it('to try tells the same and changes nothing', async () => {
    const { run, current, stores, logged } = sendingPartner();
    expect(await run(numberedSent(2), { dryRun: true })).toMatchObject({
      dryRun: true,
      counts: { added: 2 },
    });
    expect(await current()).toEqual([]);
    expect(await stores.runs.readRuns(region, feed, 10)).toEqual([]);
    expect(logged.lines).toEqual([]);
  });

  it('is read by a column map that it names', async () => {
    const { run, current } = sendingPartner();
    const table =
      'Kennung;Titel;Träger;Beschreibung;Bemerkung;Straße;PLZ;Ort;Internet;Ziel;Tage;von;bis;Beginn;Ende;online;Preis;Kinderbetreuung\n' +
      'd-1;Deutsch A2;Träger;;;;12045;Berlin;;Deutsch;Mo, Mi;08:30;11:45;07.04.2025;25.06.2025;nein;0;ja\n';
    expect(await run(table, { map: 'kurse' })).toMatchObject({ state: 'done', counts: { added: 1 } });
    expect(await current()).toMatchObject([
      { id: 'traeger:d-1', goals: ['german'], childcare: { during: true }, cost: { cents: 0 } },
    ]);
  });

  it('says by its content which format it has', async () => {
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'END:VCALENDAR', ''].join('\r\n');
    const { run } = sendingPartner();
    const { state, notices } = await run(calendar);
    expect(state).not.toBe('done');
    expect(notices!.map(({ code }) => code)).not.toContain('format-unknown');
  });

  it.each([
    ['nonsense', {}, 'format-unknown'],
    ['Kennung;Titel;Träger\n1;2;3\n', {}, 'map-needed'],
    ['Kennung;Titel;Träger\n1;2;3\n', { map: 'gone' }, 'map-unknown'],
    ['[]', { original: 'f'.repeat(64) }, 'file-not-there'],
  ])('%j with %j is refused as %s, and rings nothing', async (content, own, code) => {
    const { run, logged } = sendingPartner();
    const report = await run(content, own);
    expect(report).toMatchObject({ state: 'refused', faultsInAll: 1, notices: [{ code }] });
    expect(logged.lines.join('')).not.toContain('import-failed');
  });

  it('that breaks off is refused with the byte where it breaks, and rings nothing', async () => {
    const { run, logged } = sendingPartner();
    const report = await run('[{"id":"k-1","kind":"course","provider":{"na', { format: 'offers-json' });
    expect(report).toMatchObject({ state: 'refused', notices: [{ code: 'json-broken' }] });
    expect(report.notices![0]!.places[0]!.field).toMatch(/^byte \d+$/);
    const lines = logged.lines.join('');
    expect(lines).toContain('partner-file-refused');
    expect(lines).not.toContain('import-failed');
  });

  it('is never read into a feed that the region imports', async () => {
    const { run, current } = sendingPartner();
    const own = feedUnderTest().id;
    expect(await run(numberedSent(1), {}, own)).toMatchObject({
      state: 'refused',
      notices: [{ code: 'feed-of-region' }],
    });
    expect(await current()).toEqual([]);
  });

  it('that is made up is refused record by record', async () => {
    const { run } = sendingPartner();
    const report = await run([
      ...numberedSent(1),
      ...numberedSent(1, { id: 'k-2', freshness: { sample: true } }),
    ]);
    expect(report).toMatchObject({ counts: { added: 1, rejected: 1 } });
    expect(report.notices).toMatchObject([
      { code: 'record-is-test', places: [{ record: 2, field: 'freshness.sample' }] },
    ]);
  });

  it('a guard holds back as it would a feed: the old offers stay, and an operator is called', async () => {
    const { run, current, logged } = sendingPartner();
    await run(numberedSent(120));
    expect(await run(numberedSent(40))).toMatchObject({
      state: 'held-back',
      notices: [{ code: 'feed-shrank' }],
    });
    expect(await current()).toHaveLength(120);
    expect(logged.lines.join('')).toContain('import-quarantined');
  });

  it('takes away what two files a day apart no longer hold', async () => {
    const { run, current, moveClock } = sendingPartner();
    await run(numberedSent(3));
    expect(await run(numberedSent(2))).toMatchObject({ counts: { missing: 1, removed: 0 } });
    moveClock(DAY);
    expect(await run(numberedSent(2, { title: 'Anders' }))).toMatchObject({ counts: { removed: 1 } });
    expect(await current()).toHaveLength(2);
  });

  it('sent again under another key says again what was wrong with it', async () => {
    const { run, moveClock } = sendingPartner();
    const file = [...numberedSent(2), { ...sentOffer(), id: 'k-3', kind: 'none' }];
    const first = await run(file);
    moveClock(1);
    expect(await run(file)).toMatchObject({
      state: 'done',
      counts: { records: 3, rejected: 1, added: 0 },
      notices: first.notices!.map(({ code }) => ({ code })),
    });
  });

  it('that another run is in the way of is given again; done once, it is never done again', async () => {
    const { deps, order, stores, reportOf } = sendingPartner();
    const id = await order(numberedSent(1));
    const now = deps.clock();
    const taken = await stores.catalogues.takeLease(region, feed, { owner: 'other', now, until: now + 1000 });
    expect(await importSentFile(deps, { feed, sent: id })).toEqual(failed('again'));
    if (taken.ok) await stores.catalogues.releaseLease(region, taken.value);
    expect(await importSentFile(deps, { feed, sent: id })).toEqual(ok(undefined));
    const first = await reportOf(id);
    expect(first.counts).toMatchObject({ added: 1 });
    expect(await importSentFile(deps, { feed, sent: id })).toEqual(ok(undefined));
    expect(await reportOf(id)).toEqual(first);
  });

  it('whose run died before it could tell is told of by the next as it was', async () => {
    const { deps, order, reportOf } = sendingPartner();
    const id = await order([...numberedSent(2), { ...sentOffer(), id: 'k-3', kind: 'none' }]);
    const finishImport = () => Promise.reject(new StoreUnavailable('out'));
    const dying = { ...deps, imports: { ...deps.imports, finishImport } };
    await expect(importSentFile(dying, { feed, sent: id })).rejects.toThrow(StoreUnavailable);
    expect(await importSentFile(deps, { feed, sent: id })).toEqual(ok(undefined));
    expect(await reportOf(id)).toMatchObject({
      state: 'done',
      counts: { records: 3, added: 2, rejected: 1 },
      notices: [{ code: 'record-invalid', places: [{ record: 3, field: 'kind' }] }],
    });
  });

  it('nobody has heard of is nothing to do', async () => {
    const { deps } = sendingPartner();
    expect(await importSentFile(deps, { feed, sent: '0'.repeat(32) })).toEqual(ok(undefined));
  });
});
