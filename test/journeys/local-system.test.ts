import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browseAnswer } from '../../shared/contract/browse-query.ts';
import { explanationAnswer, matchAnswer } from '../../shared/contract/match-answer.ts';
import { offerAnswer } from '../../shared/contract/offer-answer.ts';
import {
  dataFolder,
  runCli,
  runToEnd,
  startLocalSystem,
  type RunningSystem,
} from '../support/local-system.ts';

const SITUATION = join(import.meta.dirname, 'situations/neukoelln-mother-of-two.json');
const MAIN = ['functions/local/main.ts'];

let folder: string;
let system: RunningSystem;
let situation: string;

async function post(path: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${system.url}${path}`, { method: 'POST', headers, body });
}

beforeAll(async () => {
  situation = await readFile(SITUATION, 'utf8');
  folder = await dataFolder();
  system = await startLocalSystem(folder);
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the first start', () => {
  test('says feed by feed what was imported, then address, region, pinned date and that there is sample data', () => {
    const lines = system.out().trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^vhs-berlin: published · \d+ offers of 1156 records/),
      expect.stringMatching(/^beispiel-betreuung: published · \d+ offers/),
      expect.stringMatching(
        /^Vereinbar is ready: http:\/\/127\.0\.0\.1:\d+ · region Berlin · stands still at 2025-03-\d\d · \d+ offers · contains sample data \(enthält Beispieldaten\)$/,
      ),
    ]);
  });

  test('answers a mother of two in Neukölln with courses of the real feed, in the form of the contract', async () => {
    const response = await post('/v1/matches', situation);
    const answer = matchAnswer.parse(await response.json());
    expect(answer).toMatchObject({ region: { id: 'berlin', pinned: true }, sampleData: true });
    expect(answer.matches.length).toBeGreaterThan(0);
    expect(answer.matches.every(({ offer }) => offer.id.startsWith('vhs-berlin:'))).toBe(true);
    const all = Object.values(answer.counts).reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(100);
  });

  test('explains and shows in full what it has matched', async () => {
    const { matches } = matchAnswer.parse(await (await post('/v1/matches', situation)).json());
    const { offer, verdict, criteria } = matches[0]!;
    const explained = explanationAnswer.parse(
      await (await post(`/v1/offers/${offer.id}/explanation`, situation)).json(),
    );
    expect(explained).toMatchObject({ candidate: true, match: { verdict } });
    expect(explained.match.criteria).toEqual(criteria);
    const full = offerAnswer.parse(await (await fetch(`${system.url}/v1/offers/${offer.id}`)).json());
    expect(full.title).toBe(offer.title);
  });

  test('lists the childcare places as samples', async () => {
    const response = await fetch(`${system.url}/v1/offers?kind=childcare`);
    const { offers } = browseAnswer.parse(await response.json());
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(({ freshness }) => freshness.sample === true)).toBe(true);
  });

  test('explains every candidate once, in the order of the answer', async () => {
    const body = JSON.stringify({ ...(JSON.parse(situation) as object), goals: [], explain: 'all' });
    const ids: string[] = [];
    let total = 0;
    let cursor: string | undefined;
    do {
      const asked = cursor === undefined ? body : JSON.stringify({ ...(JSON.parse(body) as object), cursor });
      const answer = matchAnswer.parse(await (await post('/v1/matches', asked)).json());
      ids.push(...answer.matches.map(({ offer }) => offer.id));
      total = Object.values(answer.counts).reduce((sum, count) => sum + count, 0);
      cursor = answer.next;
    } while (cursor !== undefined);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });
});

describe('commands beside the running service', () => {
  test('hide an offer and show it again', async () => {
    const { offers } = browseAnswer.parse(await (await fetch(`${system.url}/v1/offers?limit=1`)).json());
    const id = offers[0]!.id;
    expect(await runCli(folder, 'offer', 'hide', id)).toMatchObject({ code: 0, err: '' });
    expect((await runCli(folder, 'hide')).out).toContain(id);
    expect(await runCli(folder, 'offer', 'show', id)).toMatchObject({ code: 1, out: '' });
    expect(await runCli(folder, 'offer', 'show-again', id)).toMatchObject({ code: 0 });
    expect((await runCli(folder, 'offer', 'show', id)).out).toContain(`"id": "${id}"`);
  });

  test.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is empty', () => ''],
    ['has no course', () => '[]'],
  ])('leave the old catalogue in place when a feed file %s', async (_name, damage) => {
    const before = await (await post('/v1/matches', situation)).text();
    const file = join(folder, 'feed.json');
    await writeFile(file, damage(await readFile('test/feeds/open-vhs/real/kurse-klein.json', 'utf8')));
    const ended = await runCli(folder, 'import', file, '--as', 'vhs-berlin');
    expect(ended.code).toBe(3);
    expect(ended.out).toMatch(/the old catalogue stays/);
    expect((await runCli(folder, 'catalogue', 'list')).out).toMatch(/vhs-berlin: .*\n \* 1 /);
    expect(await (await post('/v1/matches', situation)).text()).toBe(before);
  });

  test('match the situation of a file as the API does', async () => {
    const ended = await runCli(folder, 'match', SITUATION, '--json');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ended.out)).toEqual(await (await post('/v1/matches', situation)).json());
  });

  test('end with 2 on wrong use and explain themselves on --help', async () => {
    expect((await runCli(folder, 'import', 'no-such-feed')).code).toBe(2);
    expect((await runCli(folder, 'frobnicate')).code).toBe(2);
    for (const command of ['import', 'catalogue', 'offer', 'match', 'hide']) {
      const { code, out } = await runCli(folder, command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Usage: vereinbar ${command}`);
    }
  });
});

describe('a start that cannot be', () => {
  test.each<[string, () => Record<string, string>, RegExp]>([
    ['its folder is in use', () => ({ VEREINBAR_DATA: folder }), /in use by process \d+/],
    [
      'its port is in use',
      () => ({ VEREINBAR_DATA: `${folder}-other`, PORT: new URL(system.url).port }),
      /^Port \d+ is in use/,
    ],
    ['its region does not exist', () => ({ VEREINBAR_REGION: 'atlantis' }), /can be .*berlin/],
    ['a setting is wrong', () => ({ PORT: 'eighty' }), /^The setting PORT is not usable/],
    [
      'sample data would be served in production',
      () => ({ VEREINBAR_STAGE: 'production' }),
      /^Production refuses/,
    ],
  ])('ends with one sentence and code 1 when %s', async (_name, settings, sentence) => {
    const ended = await runToEnd(MAIN, settings());
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(sentence);
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    await rm(`${folder}-other`, { recursive: true, force: true });
  });
});

describe('a start that names no region', () => {
  test('serves Dortmund: its schools and the sample catalogue, on the date of today', async () => {
    const own = await dataFolder();
    const usual = await startLocalSystem(own, { VEREINBAR_REGION: '' });
    try {
      expect(usual.out().trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^schulen-nrw: published · 88 offers of 88 records/),
        expect.stringMatching(/^beispiel-betreuung: published · 50 offers/),
        expect.stringMatching(/^beispiel-kurse: /),
        expect.stringMatching(/^beispiel-angebote: published/),
        expect.stringMatching(/ · region Dortmund · date of today · \d+ offers · contains sample data/),
      ]);
    } finally {
      await usual.stop();
      await rm(own, { recursive: true, force: true });
    }
  });
});

describe('a later start', () => {
  test('takes over the data: nothing is written, and the same question has the same answer, byte by byte', async () => {
    const before = await (await post('/v1/matches', situation)).text();
    const ended = await system.stop();
    expect(ended.code).toBe(0);
    expect(ended.out.trimEnd().split('\n').at(-1)).toBe('Vereinbar has stopped.');
    system = await startLocalSystem(folder);
    expect(system.out()).toMatch(/^vhs-berlin: unchanged since the last run · 0 writes/);
    expect(system.out()).toMatch(/\nbeispiel-betreuung: unchanged since the last run · 0 writes/);
    expect(await (await post('/v1/matches', situation)).text()).toBe(before);
  });
});
