import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, expect, it } from 'vitest';
import { Alarms } from '../../infra/alarms.ts';
import { FeedSchedule } from '../../infra/feed-schedule.ts';
import type { DeployedFeed } from '../../infra/region-folder.ts';
import { scheduleFault } from './schedule-fault.ts';
import { idIn, outsideFolder } from './synthesized.ts';

const folder = outsideFolder();
afterAll(folder.remove);

/** What is ordered when, for these feeds. */
function ordersOf(feeds: readonly DeployedFeed[]): readonly (readonly unknown[])[] {
  const stack = new Stack(new App({ outdir: folder.path }), 'Stack');
  new FeedSchedule(stack, 'Schedule', {
    feeds,
    orders: new Queue(stack, 'Orders'),
    plans: new Queue(stack, 'Plans'),
    alarms: new Alarms(stack, 'Alarms'),
    impact: 'Nothing of it is real.',
  });
  const schedules = Template.fromStack(stack).findResources('AWS::Scheduler::Schedule');
  return Object.values(schedules).map(({ Properties: p }) => {
    const { ScheduleExpression: when, Target: target } = p as {
      ScheduleExpression: string;
      Target: { Input: string; Arn: unknown };
    };
    expect(scheduleFault(when, 'Europe/Berlin')).toBeUndefined();
    const isPlan = idIn(target.Arn).startsWith('Plans');
    return [when, JSON.parse(target.Input) as unknown, ...(isPlan ? ['to be planned'] : [])];
  });
}

it('orders a feed every day at its time, and none that has no time', () => {
  expect(ordersOf([{ id: 'kitas', schedule: '03:30' }, { id: 'never' }])).toEqual([
    ['cron(30 3 * * ? *)', { feed: 'kitas' }],
  ]);
});

it('orders the whole on one day of the week where only changes are fetched on the others', () => {
  expect(ordersOf([{ id: 'dienste', schedule: '04:05', wholeOn: 'su' }])).toEqual([
    ['cron(5 4 ? * 1 *)', { feed: 'dienste' }],
    ['cron(5 4 ? * 2,3,4,5,6,7 *)', { feed: 'dienste', part: 'changes' }, 'to be planned'],
  ]);
  expect(ordersOf([{ id: 'dienste', schedule: '04:05', wholeOn: 'mo' }]).map(([when]) => when)).toEqual([
    'cron(5 4 ? * 2 *)',
    'cron(5 4 ? * 1,3,4,5,6,7 *)',
  ]);
});

it('orders an occupancy file every hour, whether the feed itself is ordered or not', () => {
  expect(ordersOf([{ id: 'vhs', occupancyMinute: 5 }])).toEqual([
    ['cron(5 * * * ? *)', { feed: 'vhs', part: 'occupancy' }],
  ]);
});

it.each([{ schedule: '24:00' }, { schedule: '3:30' }, { occupancyMinute: 60 }, { occupancyMinute: 0.5 }])(
  'refuses %j',
  (own) => {
    expect(() => ordersOf([{ id: 'vhs', ...own }])).toThrow(/is no (?:time|minute)/);
  },
);
