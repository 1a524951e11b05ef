import { Aws, Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type Metric,
  type AlarmProps,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** A section of RUNBOOK.md, as in its link. */
export type RunbookSection =
  | 'answers-fail'
  | 'answers-are-throttled'
  | 'partners-cannot-write'
  | 'partners-are-slowed'
  | 'fetching-fails'
  | 'importing-fails'
  | 'offers-grow-old'
  | 'sweeping-fails'
  | 'an-operators-order-fails'
  | 'a-message-waits-among-the-dead';

/** What an alarm tells whoever is woken by it. */
export type AlarmMeaning = {
  /** What people lose while it rings: a sentence. */
  readonly impact: string;
  /** What to do. */
  readonly runbook: RunbookSection;
};

/** When an alarm rings; without `missing` no data is a good sign. */
export type AlarmRule = AlarmMeaning &
  Pick<AlarmProps, 'threshold' | 'evaluationPeriods'> & {
    readonly metric: Metric;
    readonly rings: 'at-or-above' | 'below';
    readonly missing?: TreatMissingData;
  };

/** The alarms of a stage and the topic they ring at; an operator subscribes to it. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }

  /** Adds an alarm to a part. There is none without what it means to people. */
  add(scope: Construct, id: string, rule: AlarmRule): Alarm {
    const alarm = new Alarm(scope, id, {
      alarmDescription: `Impact: ${rule.impact} Runbook: infra/RUNBOOK.md#${rule.runbook}`,
      metric: rule.metric,
      threshold: rule.threshold,
      evaluationPeriods: rule.evaluationPeriods,
      comparisonOperator:
        rule.rings === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: rule.missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

/** The window over which most alarms count. */
export const FIVE_MINUTES = Duration.minutes(5);
