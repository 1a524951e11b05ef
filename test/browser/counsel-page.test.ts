import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchAnswer, type MatchAnswer } from '../../shared/contract/match-answer.ts';
import { axeFindings, openBrowser } from '../support/browser.ts';
import { fillForm, showResult } from '../support/counsel-page.ts';
import { fieldsOfRequest, type RequestBody } from '../support/fields-of-request.ts';
import { dataFolder, runToEnd, startLocalSystem, type RunningSystem } from '../support/local-system.ts';

const SITUATIONS = join(import.meta.dirname, '../journeys/situations');
/** Git does not keep it; to be looked at by a person. */
const SCREENSHOTS = join(import.meta.dirname, '../../coverage/screenshots');
const FAMILIES = [
  'dortmund-mother-of-two',
  'dortmund-foreign-degree',
  'dortmund-parental-leave',
  'dortmund-student-with-baby',
] as const;
const WIDTHS = [320, 390, 1280] as const;
/** Where the first family lives. */
const HOME = '44145';
const REGION = { VEREINBAR_REGION: 'dortmund' };

let folder: string;
let system: RunningSystem;
let browser: Browser;

const requestOf = async (family: string) =>
  JSON.parse(await readFile(join(SITUATIONS, `${family}.json`), 'utf8')) as RequestBody;

async function openPage(width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${system.url}/de/beratung`);
  return page;
}

/** The form filled in for a family, and its answer. */
async function answered(page: Page, family: string): Promise<void> {
  await fillForm(page, fieldsOfRequest(await requestOf(family)));
  await showResult(page);
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });

beforeAll(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  folder = await dataFolder();
  [system, browser] = await Promise.all([startLocalSystem(folder, REGION), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a family on the counsellor’s page, with JavaScript switched off', () => {
  test.each(FAMILIES)('gets the verdicts that the API and the command line give: %s', async (family) => {
    const page = await openPage(390, false);
    await answered(page, family);
    await shot(page, `${family}-390`);
    await expectWithinBudget(page);
    const request = { ...(await requestOf(family)), limitPerVerdict: 3, levers: true };
    const response = await fetch(`${system.url}/v1/matches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const api = matchAnswer.parse(await response.json());
    expect(await shownBy(page)).toEqual(saidBy(api));
    const levers = page.locator('section[aria-labelledby="hebel"] li');
    expect(api.levers).toHaveLength(5);
    expect(await levers.allTextContents()).toEqual(api.text.levers);
    const file = join(SITUATIONS, `${family}.json`);
    const ended = await runToEnd(['functions/local/cli.ts', 'match', file, '--json', '--levers'], {
      VEREINBAR_DATA: folder,
      ...REGION,
    });
    expect(matchAnswer.parse(JSON.parse(ended.out)).counts).toEqual(api.counts);
    await page.context().close();
  });

  test('is told what to correct and finds everything else as it was', async () => {
    const page = await openPage(390, false);
    await page.locator('[name="home.postcode"]').fill('4414');
    await page.locator('[name="budget"]').fill('50');
    await page.keyboard.press('Enter');
    await page.locator('#fehler').waitFor();
    expect(await page.title()).toMatch(/^Fehler: /);
    expect(await page.locator(':focus').getAttribute('id')).toBe('fehler');
    await page.getByRole('link', { name: 'Postleitzahl: ' }).click();
    expect(await page.locator('[name="home.postcode"]').inputValue()).toBe('4414');
    expect(await page.locator('[name="budget"]').inputValue()).toBe('50');
    await page.context().close();
  });

  test('opens an offer with its explanation, goes back, changes an answer', async () => {
    const page = await openPage(1280, false);
    await answered(page, FAMILIES[0]);
    await page
      .getByRole('button', { name: /^Ansehen/ })
      .first()
      .click();
    expect(page.url()).toMatch(/\/de\/angebote\/[a-z0-9%A-Z:._-]+$/);
    await expectVisible(page, 'Passt es in diese Woche?');
    await page.getByRole('button', { name: 'Zurück zum Ergebnis' }).click();
    await page.getByRole('button', { name: 'Antworten ändern' }).first().click();
    expect(await page.locator('[name="home.postcode"]').inputValue()).toBe(HOME);
    expect(page.url()).toBe(`${system.url}/de/beratung`);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('[name="home.postcode"]').inputValue()).toBe(HOME);
    await page.context().close();
  });

  test('is shown more of one verdict at its place, and reasons behind their fold', async () => {
    const page = await openPage(390, false);
    await answered(page, FAMILIES[0]);
    const cards = page.locator('section[aria-labelledby="gruppe-nearly"] article');
    expect(await cards.count()).toBe(3);
    await page.getByRole('button', { name: /^\d+ weitere zeigen.*Passt fast$/ }).click();
    expect(new URL(page.url()).hash).toBe('#gruppe-nearly');
    expect(await cards.count()).toBeGreaterThan(3);
    const reasons = cards.first().locator('.v-reasons');
    expect(await reasons.isVisible()).toBe(false);
    await cards.first().locator('summary').click();
    expect(await reasons.isVisible()).toBe(true);
    await page.context().close();
  });

  test('goes on where a child was added and where usual hours were filled in', async () => {
    const page = await openPage(390, false);
    await page.getByRole('button', { name: 'Kind hinzufügen' }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('children.0.years');
    await page.getByRole('button', { name: /^Kita 35 Stunden/ }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('children.0.care.0.from');
    expect(await page.locator(':focus').inputValue()).toBe('07:30');
    await page.context().close();
  });
});

describe.each(WIDTHS)('at a width of %i pixels', (width) => {
  test('form, error, result and offer have no finding of axe and no sideways scroll, also with text twice as large', async () => {
    const page = await openPage(width);
    const seen: Record<string, unknown> = {};
    const look = async (name: string) => {
      await shot(page, `${name}-${width}`);
      seen[name] = [await axeFindings(page), await overflow(page), await overflowWithLargeText(page)];
    };
    await look('form');
    await page.getByRole('button', { name: 'Kind hinzufügen' }).click();
    await page.locator('[name="home.postcode"]').fill('1');
    await showResult(page);
    await look('error');
    await page.goto(`${system.url}/de/beratung`);
    await fillForm(page, fieldsOfRequest(await requestOf(FAMILIES[0])));
    await look('filled');
    await showResult(page);
    await look('result');
    await page
      .getByRole('button', { name: /^Ansehen/ })
      .first()
      .click();
    await look('offer');
    expect(seen).toEqual(
      Object.fromEntries(['form', 'error', 'filled', 'result', 'offer'].map((name) => [name, [[], 0, 0]])),
    );
    await page.context().close();
  });
});

test('the result prints on A4 with the answers and without what can only be pressed', async () => {
  const page = await openPage(1280);
  await answered(page, FAMILIES[0]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await expectVisible(page, 'Das wurde angegeben');
  expect(
    await page
      .getByText(/^Der Weg dauert \d+ Minuten\.$/)
      .first()
      .isVisible(),
  ).toBe(true);
  const pdf = await page.pdf({ path: join(SCREENSHOTS, 'result.pdf'), format: 'A4' });
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await page.context().close();
});

test('Tab reaches the skip link first and every field after it', async () => {
  const page = await openPage(1280);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Zum Inhalt');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('name')).toBe('goals');
  await page.context().close();
});

async function expectVisible(page: Page, heading: string): Promise<void> {
  expect(await page.getByRole('heading', { name: heading }).isVisible()).toBe(true);
}

/** An answer of twelve offers on a phone: what it weighs as sent, how much it draws, how far it is scrolled. */
async function expectWithinBudget(page: Page): Promise<void> {
  expect(brotliCompressSync(await page.content()).length).toBeLessThan(12_000);
  expect(await page.locator('*').count()).toBeLessThan(1500);
  expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(12_000);
}

const TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'";
const AS_USUAL = "document.documentElement.style.fontSize = ''";

/** How many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

async function overflowWithLargeText(page: Page): Promise<number> {
  await page.evaluate(TWICE_AS_LARGE);
  const wider = await overflow(page);
  await page.evaluate(AS_USUAL);
  return wider;
}

type Shown = { readonly counts: Record<string, number>; readonly offers: Record<string, readonly string[]> };

const SHOWN_VERDICTS = ['fits', 'fits-with-care', 'nearly', 'ask'] as const;

/** Counts and offers by verdict, ascending ids, as the page shows them. */
async function shownBy(page: Page): Promise<Shown> {
  const counts: Record<string, number> = {};
  const offers: Record<string, readonly string[]> = {};
  for (const verdict of SHOWN_VERDICTS) {
    const group = page.locator(`section[aria-labelledby="gruppe-${verdict}"]`);
    if ((await group.count()) === 0) continue;
    counts[verdict] = Number(/\((\d+)\)/.exec((await group.locator('h2').textContent()) ?? '')?.[1]);
    const addresses = await group.locator('button[formaction]').all();
    const ids = await Promise.all(addresses.map((button) => button.getAttribute('formaction')));
    offers[verdict] = ids
      .flatMap((address) => /angebote\/(.+)$/.exec(decodeURIComponent(address ?? ''))?.[1] ?? [])
      .toSorted();
  }
  return { counts, offers };
}

/** The same of an answer of the API. */
function saidBy({ counts, matches }: MatchAnswer): Shown {
  const said = SHOWN_VERDICTS.filter((verdict) => counts[verdict] > 0);
  const idsOf = (verdict: string) =>
    matches
      .filter((match) => match.verdict === verdict)
      .map(({ offer }) => offer.id)
      .toSorted();
  return {
    counts: Object.fromEntries(said.map((verdict) => [verdict, counts[verdict]])),
    offers: Object.fromEntries(said.map((verdict) => [verdict, idsOf(verdict)])),
  };
}
