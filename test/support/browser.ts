import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/** One set-up for every browser test: no sandbox (tests run in containers), no traffic of its own, no graphics card. */
const SETTINGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Starts Chromium. */
export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = await unpackChromium();
  const home = await mkdtemp(join(tmpdir(), 'vereinbar-browser-'));
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: SETTINGS,
    env: { ...environment, HOME: home, XDG_CACHE_HOME: home, TMPDIR: tmpdir(), TZ: 'America/New_York' },
  });
}

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the page as it is, `rule: element` each; none = []. Rules of WCAG 2.2 A and AA and good practice. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Found = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };
    type Axe = { readonly run: (options: unknown) => Promise<{ readonly violations: readonly Found[] }> };
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
