import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const examples = join(import.meta.dirname, 'examples');
const settings = (await import(join(project, '.dependency-cruiser.mjs'))) as {
  default: { forbidden: { name: string }[]; options: ICruiseOptions };
};
const { forbidden, options } = settings.default;
const rules = [...new Set(forbidden.map((rule) => rule.name))].toSorted();

/** `rule: from → to` of each import of the tree at `folder` that breaks a rule, ascending. */
async function brokenRules(folder: string, paths: readonly string[]): Promise<string[]> {
  const ruleSet = { forbidden } as IFlattenedRuleSet;
  const { output } = await cruise([...paths], { ...options, baseDir: folder, ruleSet, validate: true });
  if (typeof output === 'string') throw new Error('expected a result as data');
  expect(output.summary.totalCruised).toBeGreaterThan(0);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).toSorted();
}

describe('each import rule', () => {
  it('has a failing example', () => {
    expect(readdirSync(examples).toSorted()).toEqual(rules);
  });

  it.each(rules)('%s is the one that its example breaks', async (rule) => {
    const folder = join(examples, rule);
    const broken = await brokenRules(folder, readdirSync(folder));
    expect([...new Set(broken.map((line) => line.split(':')[0]))]).toEqual([rule]);
  });
});

it('no import of the project breaks a rule', async () => {
  expect(await brokenRules(project, ['infra', 'functions', 'shared', 'test'])).toEqual([]);
});
