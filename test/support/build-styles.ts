import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';
import rtlcss from 'rtlcss';

/** The stylesheets as they are served, for pages written from left to right and from right to left. */
export type BuiltStyles = { readonly ltr: string; readonly rtl: string };

const OWN = new URL('../../functions/web/styles/vereinbar.css', import.meta.url);
const NOTICE =
  '/*! Contains parts of @kern-ux/native 2.7.2 (KERN UX, EUPL-1.2, https://gitlab.opencode.de/kern-ux), reduced and lowered for older browsers */\n';

const require = createRequire(import.meta.url);

/** Version as lightningcss wants it: major in the third byte from the right. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
/** Phones of about 2018 and later. */
const OLD_BROWSERS = {
  chrome: version(64),
  safari: version(11),
  ios_saf: version(11),
  firefox: version(67),
  samsung: version(9, 2),
};

/** KERN's font by name and its dark colours, which nothing here asks for. */
function withoutDark(css: string): string {
  return css.replaceAll(/@media[^{]*prefers-color-scheme:\s*dark[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}

function lowered(css: string): string {
  const { code } = transform({
    filename: 'vereinbar.css',
    code: Buffer.from(css),
    targets: OLD_BROWSERS,
    minify: true,
  });
  return NOTICE + code.toString();
}

/**
 * KERN reduced to what rendered pages use, with our own rules behind it: colours that older browsers do not know as hex
 * first, mirrored for the other direction of writing.
 */
export async function buildStyles(pages: readonly string[]): Promise<BuiltStyles> {
  const kern = await readFile(require.resolve('@kern-ux/native/dist/kern.css'), 'utf8');
  const own = await readFile(OWN, 'utf8');
  const [reduced] = await new PurgeCSS().purge({
    content: pages.map((raw) => ({ raw, extension: 'html' })),
    css: [{ raw: withoutDark(kern) }],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  const css = `${reduced?.css ?? ''}\n${own}`;
  return { ltr: lowered(css), rtl: lowered(rtlcss.process(css)) };
}
