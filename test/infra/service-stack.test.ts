import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGE_SETTINGS } from '../../infra/stage-settings.ts';
import { idIn, synthesizedStages } from './synthesized.ts';
import { scheduleFault } from './schedule-fault.ts';

const stages = await synthesizedStages();
const runbook = readFileSync(join(import.meta.dirname, '../../infra/RUNBOOK.md'), 'utf8');

it('there is a stack for each stage', () => {
  expect(stages.map(({ stage }) => stage).toSorted()).toEqual(
    STAGE_SETTINGS.map(({ stage }) => `Vereinbar-${stage}`).toSorted(),
  );
});

describe.each(stages)('in $stage', ({ stage, text, resources, all }) => {
  const functions = all('AWS::Lambda::Function');
  const queues = all('AWS::SQS::Queue');

  describe('every function', () => {
    it('is one of the eight there are', () => {
      expect(functions.map(([, { Properties: p }]) => p['Handler']).toSorted()).toEqual([
        'functions/api/lambda.handler',
        'functions/authorizer/lambda.handler',
        'functions/import/lambda-fetch.handler',
        'functions/import/lambda-import.handler',
        'functions/import/lambda-operate.handler',
        'functions/import/lambda-sweep.handler',
        'functions/partner/lambda.handler',
        'functions/web/lambda.handler',
      ]);
    });

    it.each(functions)('%s runs on Node 24, arm64, with limits', (_id, { Properties: p }) => {
      expect(p).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: expect.any(Number) as number,
        Timeout: expect.any(Number) as number,
        ReservedConcurrentExecutions: expect.any(Number) as number,
      });
    });

    it.each(functions)('%s logs JSON to a group that forgets after 30 days', (_id, { Properties: p }) => {
      const { LogFormat: format, LogGroup: group } = p['LoggingConfig'] as Record<string, unknown>;
      expect(format).toBe('JSON');
      expect(resources[idIn(group)]).toMatchObject({
        Type: 'AWS::Logs::LogGroup',
        Properties: { RetentionInDays: 30 },
      });
    });

    it.each(functions)('%s has alarms for failed and refused runs and for error lines', (id) => {
      const watched = all('AWS::CloudWatch::Alarm').filter(([, alarm]) =>
        JSON.stringify(alarm.Properties['Dimensions'] ?? '').includes(id),
      );
      expect(watched.map(([, alarm]) => alarm.Properties['MetricName']).toSorted()).toEqual([
        'Errors',
        'Throttles',
      ]);
      const logGroup = idIn((resources[id]!.Properties['LoggingConfig'] as { LogGroup: unknown }).LogGroup);
      const filters = all('AWS::Logs::MetricFilter').filter(
        ([, filter]) => idIn(filter.Properties['LogGroupName']) === logGroup,
      );
      const pattern = '{ $.level = "error" }';
      expect(filters.map(([, filter]) => filter.Properties['FilterPattern'])).toContain(pattern);
    });

    it.each(functions)('%s holds no secret in its settings', (_id, { Properties: p }) => {
      const { Variables: settings } = p['Environment'] as { Variables: Record<string, unknown> };
      for (const name of ['VEREINBAR_CURSOR_KEY', 'VEREINBAR_KEY_PEPPER']) {
        const key = settings[name];
        if (key !== undefined) expect(JSON.stringify(key)).toContain('{{resolve:secretsmanager:');
      }
      expect(Object.keys(settings).filter((name) => !name.startsWith('VEREINBAR_'))).toEqual([]);
    });
  });

  it.each(all('AWS::Logs::LogGroup'))('the log group %s forgets', (_id, { Properties: p }) => {
    expect([7, 30]).toContain(p['RetentionInDays']);
  });

  describe('every queue', () => {
    const deadIds = queues.flatMap(([, { Properties: p }]) => {
      const redrive = p['RedrivePolicy'] as { deadLetterTargetArn: unknown } | undefined;
      return redrive === undefined ? [] : [idIn(redrive.deadLetterTargetArn)];
    });
    const scheduleDead = all('AWS::Scheduler::Schedule').map(([, { Properties: p }]) =>
      idIn((p['Target'] as { DeadLetterConfig: { Arn: unknown } }).DeadLetterConfig.Arn),
    );

    it.each(queues)('%s has dead letters or holds them', (id, { Properties: p }) => {
      if (deadIds.includes(id) || scheduleDead.includes(id))
        expect(p['MessageRetentionPeriod']).toBe(14 * 86_400);
      else expect(p['RedrivePolicy']).toMatchObject({ maxReceiveCount: 5 });
    });

    it.each(queues)('%s is encrypted and answers over TLS alone', (id, { Properties: p }) => {
      expect(p['SqsManagedSseEnabled']).toBe(true);
      const policies = all('AWS::SQS::QueuePolicy').filter(([, policy]) =>
        (policy.Properties['Queues'] as unknown[]).some((queue) => idIn(queue) === id),
      );
      expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
    });

    it.each(queues.filter(([id]) => deadIds.includes(id) || scheduleDead.includes(id)))(
      'of dead letters, %s, rings at its first message',
      (id) => {
        const alarms = all('AWS::CloudWatch::Alarm').filter(([, { Properties: p }]) =>
          JSON.stringify(p['Dimensions'] ?? '').includes(id),
        );
        expect(alarms).toHaveLength(1);
        expect(alarms[0]![1].Properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1 });
      },
    );
  });

  it.each(all('AWS::Lambda::EventSourceMapping'))(
    'the function behind %s takes one message at a time and reports the failed one; six times its limit pass before the next try',
    (_id, { Properties: p }) => {
      expect(p).toMatchObject({ BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] });
      const timeout = resources[idIn(p['FunctionName'])]!.Properties['Timeout'] as number;
      const visibility = resources[idIn(p['EventSourceArn'])]!.Properties['VisibilityTimeout'] as number;
      expect(visibility).toBeGreaterThanOrEqual(6 * timeout);
      const reserved = resources[idIn(p['FunctionName'])]!.Properties['ReservedConcurrentExecutions'];
      expect(p['ScalingConfig']).toEqual({ MaximumConcurrency: reserved });
    },
  );

  it.each(all('AWS::S3::Bucket'))(
    'the bucket %s is closed, encrypted, over TLS alone, and forgets',
    (id, bucket) => {
      expect(bucket.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
      });
      const policy = all('AWS::S3::BucketPolicy').find(([, { Properties: p }]) => idIn(p['Bucket']) === id);
      expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
      expect(JSON.stringify(policy)).toContain('"s3:TlsVersion":1.2');
    },
  );

  it('the one table has the keys of the store, a bill guard, 35 days of recovery, and cannot be deleted', () => {
    const tables = all('AWS::DynamoDB::Table');
    expect(tables).toHaveLength(1);
    const [, table] = tables[0]!;
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      // The linter takes ON_DEMAND for a billing mode; the service does not.
      BillingMode: 'PAY_PER_REQUEST',
      OnDemandThroughput: {
        MaxReadRequestUnits: expect.any(Number) as number,
        MaxWriteRequestUnits: expect.any(Number) as number,
      },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      DeletionProtectionEnabled: true,
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(table.Properties).not.toHaveProperty('TableName');
    expect(table.Properties).not.toHaveProperty('StreamSpecification');
  });

  describe('every schedule', () => {
    const schedules = all('AWS::Scheduler::Schedule');
    it('is that of a feed', () => {
      expect(schedules.length).toBeGreaterThan(0);
    });

    it('of an occupancy file comes every hour, beside the daily one of its feed', () => {
      const orders = schedules.map(([, { Properties: p }]) => [
        JSON.parse((p['Target'] as { Input: string }).Input) as { feed: string; part?: string },
        p['ScheduleExpression'],
      ]);
      const hourly = orders.filter(([order]) => (order as { part?: string }).part === 'occupancy');
      expect(hourly).toEqual(
        stage === 'Vereinbar-staging'
          ? [[{ feed: 'beispiel-kurse', part: 'occupancy' }, 'cron(20 * * * ? *)']]
          : [],
      );
    });

    it.each(schedules)(
      '%s is valid, in German time, outside the hour that a clock change leaves out',
      (_id, { Properties: p }) => {
        const expression = p['ScheduleExpression'] as string;
        expect(p['ScheduleExpressionTimezone']).toBe('Europe/Berlin');
        expect(scheduleFault(expression, 'Europe/Berlin')).toBeUndefined();
        expect(expression).not.toMatch(/^cron\(\d+ 2 /);
        expect(p['FlexibleTimeWindow']).toEqual({ Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 });
      },
    );

    it.each(schedules)(
      '%s tries three times within the hour and then leaves a dead letter',
      (_id, { Properties: p }) => {
        expect(p['Target']).toMatchObject({
          RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 3 },
          DeadLetterConfig: { Arn: expect.anything() as unknown },
        });
      },
    );
  });

  describe('every alarm', () => {
    it.each(all('AWS::CloudWatch::Alarm'))(
      '%s says what people lose and where to read on',
      (_id, { Properties: p }) => {
        const description = p['AlarmDescription'] as string;
        expect(description).toMatch(/^Impact: .{20,}\. Runbook: infra\/RUNBOOK\.md#[a-z-]+$/);
        expect(p['AlarmActions']).toHaveLength(1);
        const section = description.split('#')[1]!;
        const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
          heading.toLowerCase().replaceAll(' ', '-'),
        );
        expect(headings).toContain(section);
      },
    );
  });

  it('nothing names a partition, an account or a region', () => {
    expect(text).not.toMatch(/arn:aws[a-z-]*:/);
    expect(text).not.toMatch(/\b\d{12}\b(?!-)/);
    expect(text).not.toMatch(/\b(?:eu|us|ap)-[a-z]+-\d\b/);
  });
});
