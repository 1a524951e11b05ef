import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readStyles } from '../../../../shared/adapters/file/read-styles.ts';
import { buildStyles } from '../../../support/build-styles.ts';
import { everyPage } from '../../../support/every-page.ts';

const MOST_BYTES = 10 * 1024;
/** Classes that KERN has no rule for, or that only name a part of a table. */
const WITHOUT_RULE = [
  'kern-form-check--error',
  'kern-list',
  'kern-table__head',
  'kern-table__row',
  'kern-table__body',
];

const pages = await everyPage();
const { ltr, rtl } = await readStyles();

describe('the stylesheets', () => {
  test('are what the build makes of KERN, our rules and all pages (node --import tsx test/support/write-styles.ts)', async () => {
    expect(await buildStyles(pages)).toEqual({ ltr: ltr.css, rtl: rtl.css });
  });

  test.each([
    ['from left to right', ltr],
    ['from right to left', rtl],
  ])('weigh at most 10 KiB on the way: %s', (_name, { css }) => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('keep the notice of what they are made from', () => {
    expect(ltr.css).toMatch(/^\/\*! Contains parts of @kern-ux\/native 2\.7\.2 .*EUPL-1\.2/);
  });

  test('load nothing from elsewhere', () => {
    const addresses = [...ltr.css.matchAll(/url\("?([^")]{0,12})/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address!.startsWith('data:'))).toEqual([]);
  });

  test('have a rule for every class of a page', () => {
    const used = new Set(
      pages.flatMap((html) =>
        [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, list]) => list!.split(' ')),
      ),
    );
    const missing = [...used].filter((name) => !ltr.css.includes(`.${name}`));
    expect(
      missing.filter(
        (name) => !WITHOUT_RULE.includes(name) && !['v-check', 'v-recap', 'v-wide'].includes(name),
      ),
    ).toEqual([]);
  });

  test('give each colour in hex before the one that old browsers do not know', () => {
    const outside = ltr.css.replaceAll(/@supports \(color:[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    expect(outside).not.toMatch(/oklch\(|oklab\(|lab\(/);
  });

  test('are mirrored for writing from right to left', () => {
    expect(rtl.css).not.toBe(ltr.css);
    expect(rtl.css).toContain('padding-right:1.25rem');
    expect(ltr.css).toContain('padding-left:1.25rem');
  });

  test('change their name with their content', () => {
    expect(ltr.name).toMatch(/^ltr\.[0-9a-f]{12}\.css$/);
    expect(ltr.name.slice(4)).not.toBe(rtl.name.slice(4));
  });

  test('leave little for our own rules', () => {
    const own = readFileSync(new URL('../../../../functions/web/styles/vereinbar.css', import.meta.url));
    expect(gzipSync(own, { level: 9 }).length).toBeLessThanOrEqual(1536);
  });
});
