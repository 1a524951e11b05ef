import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../infra/synthesize.ts';
import { ACCEPTED } from './nag-accepted.ts';
import { outsideFolder } from './synthesized.ts';

type Finding = { readonly rule: string; readonly stack: string; readonly at: string };

const folder = outsideFolder();
afterAll(folder.remove);
const app = await buildApp(folder.path);
const findings: readonly Finding[] = [new AwsSolutionsChecks(), new ServerlessChecks()]
  .flatMap((pack) => pack.validateScope(app).violations)
  .flatMap(({ ruleName: rule, violatingResources: resources = [] }) =>
    resources.map(({ constructPath = '' }) => {
      const [stack = '', ...at] = constructPath.split('/');
      return { rule, stack, at: at.join('/') };
    }),
  );

describe('the rules of cdk-nag for AWS Solutions and for Serverless', () => {
  it('were asked of every stack', () => {
    expect([...new Set(findings.map(({ stack }) => stack))].toSorted()).toEqual([
      'Vereinbar-production',
      'Vereinbar-staging',
    ]);
  });

  it('find nothing but what is accepted with a reason', () => {
    const open = findings.filter(
      ({ rule, at }) => !ACCEPTED.some((one) => one.rule === rule && one.at.test(at)),
    );
    expect(open).toEqual([]);
  });

  it.each(ACCEPTED)('still find $rule, which is accepted', ({ rule, at, reason }) => {
    expect(findings.some((finding) => finding.rule === rule && at.test(finding.at))).toBe(true);
    expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });
});
