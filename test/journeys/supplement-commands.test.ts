import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder, runToEnd, type Ended } from '../support/local-system.ts';

let folder: string;
beforeAll(async () => {
  folder = await dataFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const cli = (...command: readonly string[]): Promise<Ended> =>
  runToEnd(['functions/local/cli.ts', ...command], { VEREINBAR_DATA: folder, VEREINBAR_REGION: 'dortmund' });

const FEED = 'beispiel-kurse';
const at = (file: string) => join(folder, file);

/** The downloaded table with cells of its first two courses filled in, by headings. */
async function fillIn(first: Record<string, string>, second: Record<string, string>): Promise<void> {
  const [heading = '', ...rows] = (await readFile(at('kurse.csv'), 'utf8')).split('\r\n');
  const names = heading.replace('\ufeff', '').split(';');
  const filled = [first, second].map((own, index) =>
    rows[index]!.split(';')
      .map((cell, column) => own[names[column] ?? ''] ?? cell)
      .join(';'),
  );
  await writeFile(at('kurse.csv'), [heading, ...filled, ...rows.slice(2)].join('\r\n'));
}

test(
  'a provider downloads the table, fills it in, is told its faults, and takes everything back with an older one',
  { timeout: 240_000 },
  async () => {
    expect((await cli('import', FEED)).out).toContain('published · 36 offers');
    expect((await cli('supplement', 'export', FEED, at('kurse.xlsx'))).code).toBe(0);
    expect(await cli('supplement', 'export', FEED, at('kurse.csv'))).toMatchObject({ code: 0, err: '' });

    await fillIn(
      { Kinderbetreuung: 'während des Kurses', 'Deutsch zu Beginn': 'A1' },
      { Kinderbetreuung: 'auf Anfrage' },
    );
    const uploaded = await cli('supplement', 'import', FEED, at('kurse.csv'));
    expect(uploaded.code).toBe(3);
    expect(uploaded.err).toMatch(/^Zeile 3, Spalte „Kinderbetreuung“: .* Möglich sind: /);
    expect(uploaded.out).toContain('facts stated for 1 offers, taken back for 0, 1 faults.');
    expect(uploaded.out).toContain('0 added, 1 changed, 0 removed');
    const shown = JSON.parse((await cli('offer', 'show', `${FEED}:270101`)).out) as object;
    expect(shown).toMatchObject({
      childcare: { during: true, certainty: 'stated' },
      needs: { german: 'A1' },
      provenance: expect.arrayContaining([
        expect.objectContaining({ fact: 'childcare', from: 'provider' }),
      ]) as unknown,
    });

    const takenBack = await cli('supplement', 'import', FEED, at('kurse.xlsx'));
    expect(takenBack).toMatchObject({ code: 0, err: '' });
    expect(takenBack.out).toContain('facts stated for 0 offers, taken back for 1, 0 faults.');
  },
);

test('what cannot be a table or a feed is wrong use, with the cure', { timeout: 240_000 }, async () => {
  expect(await cli('supplement', 'export', FEED, at('kurse.pdf'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('.csv or .xlsx') as string,
  });
  expect(await cli('supplement', 'import', 'unbekannt', at('kurse.csv'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('is no feed of this region') as string,
  });
  await writeFile(at('kaputt.xlsx'), 'kein Archiv');
  expect(await cli('supplement', 'import', FEED, at('kaputt.xlsx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('Als XLSX oder als „CSV UTF-8“ speichern') as string,
  });
});

test('an occupancy file sets seats and nothing else', { timeout: 240_000 }, async () => {
  const file = at('belegung.xml');
  const numbers =
    '<aktuelle_teilnehmerzahl>3</aktuelle_teilnehmerzahl><maximale_teilnehmerzahl>99</maximale_teilnehmerzahl>';
  const courses = ['270101', 'fremd'].map(
    (guid) => `<veranstaltung><guid>${guid}</guid>${numbers}</veranstaltung>`,
  );
  await writeFile(file, `<veranstaltungen>${courses.join('')}</veranstaltungen>`);
  const set = await cli('seats', FEED, file);
  expect(set).toMatchObject({ code: 0, err: '' });
  expect(set.out).toBe(
    `${FEED}: 2 courses named, seats of 1 changed, 1 not in the catalogue, 0 without numbers.\n`,
  );
  expect(JSON.parse((await cli('offer', 'show', `${FEED}:270101`)).out)).toMatchObject({
    seats: { free: 96, total: 99 },
  });
});
