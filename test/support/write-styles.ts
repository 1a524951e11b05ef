import { writeFileSync } from 'node:fs';
import { buildStyles } from './build-styles.ts';
import { everyPage } from './every-page.ts';

// Builds the stylesheets of the pages anew after a page or a rule was changed; a test compares them:
// node --import tsx test/support/write-styles.ts

const built = await buildStyles(await everyPage());
for (const [name, css] of Object.entries(built)) {
  writeFileSync(new URL(`../../functions/web/styles/built/${name}.css`, import.meta.url), css);
}
