import { afterAll, describe, expect, it } from 'vitest';
import { bundleStage } from '../../infra/bundle-stage.ts';
import { STAGE_SETTINGS } from '../../infra/stage-settings.ts';
import { idIn, outsideFolder, synthesizedStages } from './synthesized.ts';

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
};

const folder = outsideFolder();
afterAll(folder.remove);
const stages = await synthesizedStages();
const bundles = Object.values((await bundleStage(STAGE_SETTINGS[0]!, folder.path)).bundles);
const listed = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [value as Value];

const LOGGING = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const WORKING_OFF = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];

describe.each(stages)('in $stage', ({ all }) => {
  const policies = all('AWS::IAM::Policy').map(([, { Properties: p }]) => ({
    roles: (p['Roles'] as unknown[]).map(idIn),
    statements: (p['PolicyDocument'] as { Statement: Statement[] }).Statement,
  }));
  const statementsOf = (role: string) =>
    policies.filter(({ roles }) => roles.includes(role)).flatMap(({ statements }) => statements);
  const functions = all('AWS::Lambda::Function');
  const workers = new Set(
    all('AWS::Lambda::EventSourceMapping').map(([, { Properties: p }]) => idIn(p['FunctionName'])),
  );

  it.each(functions)('%s may do what its code can do, and nothing more', (id, { Properties: p }) => {
    const granted = statementsOf(idIn(p['Role'])).flatMap(({ Action: action }) => listed(action));
    const bundle = bundles.find(({ handler }) => handler === p['Handler']);
    const used = [...(bundle?.actions ?? []), ...LOGGING, ...(workers.has(id) ? WORKING_OFF : [])];
    expect(granted.toSorted()).toEqual(used.toSorted());
  });

  it('what answers people writes nothing, what fetches knows no table, and nobody deletes', () => {
    const actionsOf = (handler: string) => bundles.find((bundle) => bundle.handler === handler)?.actions;
    expect(actionsOf('functions/api/lambda.handler')).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
    expect(actionsOf('functions/web/lambda.handler')).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
    expect(actionsOf('functions/import/lambda-fetch.handler')).toEqual(['s3:PutObject', 'sqs:SendMessage']);
    expect(actionsOf('functions/import/lambda-import.handler')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:GetObject',
    ]);
  });

  it('each function has a role of its own without managed policies', () => {
    const roles = functions.map(([, { Properties: p }]) => idIn(p['Role']));
    expect(new Set(roles).size).toBe(functions.length);
    const managed = all('AWS::IAM::Role')
      .filter(([, { Properties: p }]) => p['ManagedPolicyArns'] !== undefined)
      .map(([id]) => id);
    // API Gateway writes logs with a role of the whole account, for which there is only the managed policy.
    expect(managed).toEqual([expect.stringMatching(/FrontDoorCloudWatchRole/)]);
  });

  it('nothing is allowed by a wildcard action, or on every resource', () => {
    const allowed = policies
      .flatMap(({ statements }) => statements)
      .filter(({ Effect: effect }) => effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(5);
    expect(
      allowed.flatMap(({ Action: action }) => listed(action)).filter((action) => action.includes('*')),
    ).toEqual([]);
    expect(allowed.filter(({ Resource: resource }) => listed(resource).includes('*'))).toEqual([]);
  });

  it('what allows others in is for this account alone', () => {
    const statements = ['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy'].flatMap(
      (type) =>
        all(type).flatMap(
          ([, { Properties: p }]) => (p['PolicyDocument'] as { Statement: Statement[] }).Statement,
        ),
    );
    const allowed = statements.filter(({ Effect: effect }) => effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });
});
