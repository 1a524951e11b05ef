import { afterAll, describe, expect, it } from 'vitest';
import { bundleStage } from '../../infra/bundle-stage.ts';
import { STAGE_SETTINGS } from '../../infra/stage-settings.ts';
import { idIn, outsideFolder, synthesizedStages } from './synthesized.ts';

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
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

  it('what answers people writes nothing, what fetches knows no table, and the sweep alone looks through all of it', () => {
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
      's3:PutObject',
      'sqs:SendMessage',
    ]);
    expect(actionsOf('functions/import/lambda-operate.handler')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:GetObject',
    ]);
    // It deletes by BatchWriteItem, and writes one attribute: the lease that keeps others away.
    expect(actionsOf('functions/import/lambda-sweep.handler')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:UpdateItem',
    ]);
    const scanning = bundles.filter(({ actions }) => actions.includes('dynamodb:Scan'));
    expect(scanning.map(({ handler }) => handler)).toEqual(['functions/import/lambda-sweep.handler']);
    const deleting = bundles.filter(({ actions }) => actions.includes('dynamodb:DeleteItem'));
    expect(deleting.map(({ handler }) => handler).toSorted()).toEqual([
      'functions/import/lambda-operate.handler',
      'functions/partner/lambda.handler',
    ]);
    expect(actionsOf('functions/authorizer/lambda.handler')).toEqual(['dynamodb:GetItem']);
    expect(actionsOf('functions/partner/lambda.handler')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:PutObject',
      'sqs:SendMessage',
    ]);
  });

  it('the schedules may do nothing but order feeds and start the sweep', () => {
    const scheduling = all('AWS::IAM::Role').filter(([, { Properties: p }]) =>
      JSON.stringify(p['AssumeRolePolicyDocument']).includes('scheduler.amazonaws.com'),
    );
    expect(scheduling).toHaveLength(2);
    const granted = scheduling.flatMap(([role]) => statementsOf(role)).map(({ Action: action }) => action);
    expect(granted.toSorted()).toEqual(['lambda:InvokeFunction', 'sqs:SendMessage', 'sqs:SendMessage']);
    const [invoke] = scheduling
      .flatMap(([role]) => statementsOf(role))
      .filter(({ Action: action }) => action === 'lambda:InvokeFunction');
    const sweep = functions.find(
      ([, { Properties: p }]) => p['Handler'] === 'functions/import/lambda-sweep.handler',
    );
    expect(idIn(invoke?.Resource)).toBe(sweep?.[0]);
  });

  it('each function that somebody asks is bound to the partitions it needs: the authorizer alone reads keys', () => {
    const statementsOfFunction = (handler: string) => {
      const found = functions.find(([, { Properties: p }]) => p['Handler'] === handler)!;
      return statementsOf(idIn(found[1].Properties['Role'])).filter(({ Action: action }) =>
        listed(action).some((name) => name.startsWith('dynamodb:')),
      );
    };
    const boundTo = (handler: string) =>
      statementsOfFunction(handler).map(({ Action: action, Condition: condition }) => [
        listed(action).length,
        condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
      ]);
    expect(boundTo('functions/authorizer/lambda.handler')).toEqual([[1, ['dortmund#KEYS']]]);
    const partner = boundTo('functions/partner/lambda.handler');
    expect(partner).toContainEqual([1, ['dortmund#SUP#*']]);
    expect(partner).toContainEqual([
      5,
      ['FEEDS', 'OFR#*', 'CAT#*', 'CHK#*', 'LOG#*', 'SUP#*', 'IMP#*', 'QUO#*'].map(
        (kind) => `dortmund#${kind}`,
      ),
    ]);
    expect(partner).toHaveLength(2);
    // Beside what an import may: what was hidden is shown again.
    expect(boundTo('functions/import/lambda-operate.handler')).toContainEqual([1, ['dortmund#HIDDEN']]);
    for (const name of ['api', 'web'])
      expect(boundTo(`functions/${name}/lambda.handler`)).toEqual([
        [2, ['FEEDS', 'OFR#*', 'CAT#*', 'CHK#*', 'LOG#*', 'HIDDEN'].map((kind) => `dortmund#${kind}`)],
      ]);
  });

  it('what takes the files of partners puts them to the originals of its region, and reads none', () => {
    const writer = functions.find(
      ([, { Properties: p }]) => p['Handler'] === 'functions/partner/lambda.handler',
    )!;
    const onObjects = statementsOf(idIn(writer[1].Properties['Role'])).filter(({ Action: action }) =>
      listed(action).some((name) => name.startsWith('s3:')),
    );
    expect(onObjects).toHaveLength(1);
    expect(onObjects[0]!.Action).toBe('s3:PutObject');
    const [bucket] = all('AWS::S3::Bucket');
    expect(onObjects[0]!.Resource).toEqual({
      'Fn::Join': ['', [{ 'Fn::GetAtt': [bucket![0], 'Arn'] }, '/dortmund/*']],
    });
    const keepers = functions.filter(([, { Properties: p }]) =>
      statementsOf(idIn(p['Role'])).some(({ Action: action }) => listed(action).includes('s3:PutObject')),
    );
    expect(keepers.map(([, { Properties: p }]) => p['Handler']).toSorted()).toEqual([
      'functions/import/lambda-fetch.handler',
      'functions/import/lambda-import.handler',
      'functions/partner/lambda.handler',
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
