import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type DeadLetterQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FIVE_MINUTES, type AlarmMeaning, type Alarms } from './alarms.ts';

const DAYS_AMONG_THE_DEAD = 14;
const TRIES = 5;
/** A message stays hidden long enough for a throttled function to try again before anybody else gets it. */
const VISIBILITY_TO_TIMEOUT = 6;

/** A queue and what a message means that nobody can work off. */
export type WatchedQueueProps = {
  /** Time limit of the function that works it off. */
  readonly workerTimeoutSeconds: number;
  readonly alarms: Alarms;
  readonly dead: AlarmMeaning;
};

/** A queue for one function, with a queue of dead letters that rings at its first message. */
export class WatchedQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { workerTimeoutSeconds, alarms, dead }: WatchedQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(workerTimeoutSeconds * VISIBILITY_TO_TIMEOUT),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: {
        queue: deadLetters(this, alarms, dead),
        maxReceiveCount: TRIES,
      } satisfies DeadLetterQueue,
    });
  }
}

/** A queue in which messages wait for an operator. */
export function deadLetters(scope: Construct, alarms: Alarms, dead: AlarmMeaning): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(DAYS_AMONG_THE_DEAD),
  });
  alarms.add(scope, 'DeadLetter', {
    ...dead,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' }),
    threshold: 1,
    evaluationPeriods: 1,
    rings: 'at-or-above',
  });
  return queue;
}
