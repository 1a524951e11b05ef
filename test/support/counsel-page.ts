import type { Page } from 'playwright-core';
import type { FilledFields } from './fields-of-request.ts';

const named = (name: string) => `[name="${name}"]`;

/** How many rows of a list the fields need: one more than the highest number. */
function rowsNeeded(fields: FilledFields, list: string): number {
  const rows = [...fields.keys()].flatMap((name) =>
    name.startsWith(`${list}.`) ? Number(name.slice(list.length + 1).split('.')[0]) : [],
  );
  return Math.max(-1, ...rows) + 1;
}

async function press(page: Page, action: string): Promise<void> {
  await page.locator(`button[value="${action}"]`).first().click();
}

/** Adds the rows that the fields need, each by its button, which draws the page anew. */
async function addRows(page: Page, fields: FilledFields): Promise<void> {
  const children = rowsNeeded(fields, 'children');
  for (let child = 0; child < children; child += 1) {
    await press(page, 'add.children');
    const care = rowsNeeded(fields, `children.${child}.care`);
    for (let row = 1; row < care; row += 1) await press(page, `add.children.${child}.care`);
  }
  for (const list of ['helpers', 'busy'])
    for (let row = 0; row < rowsNeeded(fields, list); row += 1) await press(page, `add.${list}`);
}

/** Opens what is folded around a field, as a person does before typing. */
async function unfold(page: Page, name: string): Promise<void> {
  const folded = page.locator(`details:not([open]):has(${named(name)}) > summary`);
  if ((await folded.count()) > 0) await folded.first().click();
}

async function fillField(page: Page, name: string, values: readonly string[]): Promise<void> {
  await unfold(page, name);
  const field = page.locator(named(name));
  const kind = await field.first().getAttribute('type');
  if (kind === 'checkbox') {
    for (const value of values) await page.locator(`${named(name)}[value="${value}"]`).check();
  } else if ((await field.locator('option').count()) > 0) await field.selectOption(values[0]!);
  else await field.fill(values[0]!);
}

/** Fills in the counsellor's page as a person does: rows by their buttons, then field by field. */
export async function fillForm(page: Page, fields: FilledFields): Promise<void> {
  await addRows(page, fields);
  for (const [name, values] of fields) if (!name.endsWith('.row')) await fillField(page, name, values);
}

/** Presses the main button. */
export async function showResult(page: Page): Promise<void> {
  await page.locator('button.kern-btn--primary').click();
}
