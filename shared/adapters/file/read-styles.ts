import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built stylesheets lie in the project. */
const STYLES_FOLDER = fileURLToPath(new URL('../../../functions/web/styles/built', import.meta.url));

/** A stylesheet under a name that changes with its content. */
export type NamedStylesheet = { readonly name: string; readonly css: string };

async function readStylesheet(folder: string, direction: 'ltr' | 'rtl'): Promise<NamedStylesheet> {
  const css = await readFile(join(folder, `${direction}.css`), 'utf8');
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { name: `${direction}.${hash}.css`, css };
}

/** Both stylesheets of a folder. Throws when one is missing: the pages are not shown without. */
export async function readStyles(
  folder = STYLES_FOLDER,
): Promise<{ readonly ltr: NamedStylesheet; readonly rtl: NamedStylesheet }> {
  const [ltr, rtl] = await Promise.all([readStylesheet(folder, 'ltr'), readStylesheet(folder, 'rtl')]);
  return { ltr, rtl };
}
