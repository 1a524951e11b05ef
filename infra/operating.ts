import { Aws, CfnOutput } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import type { Alarms } from './alarms.ts';
import type { StageBundles } from './bundle-stage.ts';
import type { OfferTable } from './offer-table.ts';
import type { Originals } from './originals.ts';
import { WatchedFunction } from './watched-function.ts';
import { deadLetters } from './watched-queue.ts';

const SWEEP_SECONDS = 900;
const ORDER_SECONDS = 600;

/** What operating is made of. */
export type OperatingProps = {
  readonly region: string;
  readonly bundles: Pick<StageBundles, 'sweep' | 'operate'>;
  readonly environment: Readonly<Record<string, string>>;
  readonly table: OfferTable;
  readonly originals: Originals;
  readonly alarms: Alarms;
};

const GROWS = {
  impact: 'Nobody loses anything yet: what is left over stays in the table, which costs more every day.',
  runbook: 'sweeping-fails',
} as const;
const STANDS = {
  impact: 'What an operator decided was not done: people still see the offers from before.',
  runbook: 'an-operators-order-fails',
} as const;

/** What is done with feeds beside importing them: a sweep after the imports of each night, and what operators order by hand. */
export class Operating extends Construct {
  constructor(scope: Construct, id: string, props: OperatingProps) {
    super(scope, id);
    const { bundles, table, originals, alarms } = props;
    const environment = { ...props.environment, [SETTING_NAMES.table]: table.table.tableName };

    const sweep = new WatchedFunction(this, 'Sweep', {
      bundle: bundles.sweep,
      description: 'Takes out of the table what nobody names any more.',
      memoryMegabytes: 1024,
      timeoutSeconds: SWEEP_SECONDS,
      reservedConcurrency: 1,
      environment,
      alarms,
      failing: GROWS,
      throttled: GROWS,
    });
    table.grantSweep(sweep.role);
    sweepNightly(this, sweep, alarms);

    const operate = new WatchedFunction(this, 'Operate', {
      bundle: bundles.operate,
      description:
        'Releases or discards what was held back of a feed, rolls its catalogue back, hides and shows.',
      memoryMegabytes: 2048,
      timeoutSeconds: ORDER_SECONDS,
      reservedConcurrency: 1,
      environment: { ...environment, [SETTING_NAMES.originalsBucket]: originals.bucket.bucketName },
      alarms,
      failing: STANDS,
      throttled: STANDS,
    });
    table.grantPublish(operate.role);
    table.grantUnhide(operate.role, props.region);
    originals.grantRead(operate.role);
    new CfnOutput(this, 'OperateFunction', { value: operate.function.functionName });
  }
}

/** After the imports of the night, in German time, outside the hour that a clock change leaves out. */
function sweepNightly(scope: Construct, sweep: WatchedFunction, alarms: Alarms): void {
  const lost = deadLetters(scope, alarms, GROWS);
  const role = new Role(scope, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  const grants = [
    Grant.addToPrincipal({
      grantee: role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [sweep.function.functionArn],
    }),
    Grant.addToPrincipal({ grantee: role, actions: ['sqs:SendMessage'], resourceArns: [lost.queueArn] }),
  ];
  const schedule = new CfnSchedule(scope, 'Nightly', {
    description: 'Orders the sweep of the table.',
    scheduleExpression: 'cron(45 4 * * ? *)',
    scheduleExpressionTimezone: 'Europe/Berlin',
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 15 },
    target: {
      arn: sweep.function.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify({ order: 'sweep' }),
      deadLetterConfig: { arn: lost.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 3 },
    },
  });
  for (const grant of grants) grant.applyBefore(schedule);
}
