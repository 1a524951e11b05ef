import { Aws } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DAYS_OF_WEEK, type DayOfWeek, type DeployedFeed } from './region-folder.ts';
import { deadLetters } from './watched-queue.ts';

/** German wall-clock time; the clock change leaves out 2:00-3:00, so no feed is scheduled there. */
const ZONE = 'Europe/Berlin';
const WINDOW_MINUTES = 15;
const TRIES = 3;
const PATIENCE_SECONDS = 3600;

/** Which feeds are ordered, and where. */
export type FeedScheduleProps = {
  readonly feeds: readonly DeployedFeed[];
  readonly orders: Queue;
  /** Where it is found out since when changes are to be fetched. */
  readonly plans: Queue;
  readonly alarms: Alarms;
  readonly impact: string;
};

/**
 * Orders each feed once a day at its time, where it can tell what has changed in it as a whole on one day of the week, and each
 * occupancy file every hour at its minute; an order that reaches no queue waits among dead letters.
 */
export class FeedSchedule extends Construct {
  constructor(scope: Construct, id: string, { feeds, orders, plans, alarms, impact }: FeedScheduleProps) {
    super(scope, id);
    const lost = deadLetters(this, alarms, { impact, runbook: 'a-message-waits-among-the-dead' });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const grant = Grant.addToPrincipal({
      grantee: role,
      actions: ['sqs:SendMessage'],
      resourceArns: [orders.queueArn, plans.queueArn, lost.queueArn],
    });
    const order = (name: string, description: string, expression: string, input: object, to = orders) => {
      const schedule = new CfnSchedule(this, name, {
        description,
        scheduleExpression: expression,
        scheduleExpressionTimezone: ZONE,
        flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: WINDOW_MINUTES },
        target: {
          arn: to.queueArn,
          roleArn: role.roleArn,
          input: JSON.stringify(input),
          deadLetterConfig: { arn: lost.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: PATIENCE_SECONDS, maximumRetryAttempts: TRIES },
        },
      });
      grant.applyBefore(schedule);
    };
    for (const { id: feed, schedule, wholeOn, occupancyMinute } of feeds) {
      if (schedule !== undefined)
        order(`Feed-${feed}`, `Orders the feed ${feed}.`, dailyAt(schedule, daysOf(wholeOn, true)), { feed });
      if (schedule !== undefined && wholeOn !== undefined)
        order(
          `Changes-${feed}`,
          `Orders what has changed in the feed ${feed}.`,
          dailyAt(schedule, daysOf(wholeOn, false)),
          { feed, part: 'changes' },
          plans,
        );
      if (occupancyMinute !== undefined)
        order(
          `Occupancy-${feed}`,
          `Orders the occupancy file beside the feed ${feed}.`,
          hourlyAt(occupancyMinute),
          { feed, part: 'occupancy' },
        );
    }
  }
}

/** 20 as `cron(20 * * * ? *)`. Throws for what is no minute of an hour. */
function hourlyAt(minute: number): string {
  if (!Number.isInteger(minute) || minute < 0 || minute > 59)
    throw new Error(`${String(minute)} is no minute (0-59) at which an occupancy file is read.`);
  return `cron(${String(minute)} * * * ? *)`;
}

/** The scheduler's numbers of the days on which all of a feed is fetched, or of the others; `undefined` = every day. */
function daysOf(wholeOn: DayOfWeek | undefined, isWhole: boolean): string | undefined {
  if (wholeOn === undefined) return undefined;
  return DAYS_OF_WEEK.flatMap((day, index) => ((day === wholeOn) === isWhole ? [index + 1] : [])).join(',');
}

/** `03:30` as `cron(30 3 * * ? *)`, on the days 1 and 2 as `cron(30 3 ? * 1,2 *)`. Throws for what is no time of a day. */
function dailyAt(time: string, days?: string): string {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined)
    throw new Error(`${time} is no time HH:MM of a feed's schedule.`);
  return `cron(${Number(minute)} ${Number(hour)} ${days === undefined ? '* * ?' : `? * ${days}`} *)`;
}
