import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import type { Alarms } from './alarms.ts';
import type { StageBundles } from './bundle-stage.ts';
import { FeedSchedule } from './feed-schedule.ts';
import type { OfferTable } from './offer-table.ts';
import type { Originals } from './originals.ts';
import type { DeployedFeed } from './region-folder.ts';
import { WatchedFunction } from './watched-function.ts';
import { WatchedQueue } from './watched-queue.ts';

const FETCH_SECONDS = 120;
const IMPORT_SECONDS = 120;

/** What importing is made of. */
export type FeedImportProps = {
  readonly feeds: readonly DeployedFeed[];
  readonly bundles: Pick<StageBundles, 'fetch' | 'import'>;
  readonly environment: Readonly<Record<string, string>>;
  readonly table: OfferTable;
  readonly originals: Originals;
  readonly alarms: Alarms;
};

const STALE = 'People see the offers of the last good run, which grow older every day.';

/**
 * Schedule -> queue -> fetch (network and originals, no table) -> queue -> import (originals and table, no network). A feed
 * that fails takes no other with it, and each failure ends among dead letters or in an error line, both of which ring.
 */
export class FeedImport extends Construct {
  /** Whoever puts an order here has a feed imported from its original. */
  readonly importOrders: WatchedQueue;

  constructor(scope: Construct, id: string, props: FeedImportProps) {
    super(scope, id);
    const { alarms, originals, table, bundles, environment } = props;
    const dead = { impact: STALE, runbook: 'a-message-waits-among-the-dead' } as const;
    const fetchOrders = new WatchedQueue(this, 'FetchOrders', {
      workerTimeoutSeconds: FETCH_SECONDS,
      alarms,
      dead,
    });
    const importOrders = new WatchedQueue(this, 'ImportOrders', {
      workerTimeoutSeconds: IMPORT_SECONDS,
      alarms,
      dead,
    });
    this.importOrders = importOrders;
    const withOriginals = { ...environment, [SETTING_NAMES.originalsBucket]: originals.bucket.bucketName };

    const fetching = { impact: STALE, runbook: 'fetching-fails' } as const;
    const fetch = new WatchedFunction(this, 'Fetch', {
      bundle: bundles.fetch,
      description: 'Fetches a feed and keeps its original.',
      memoryMegabytes: 1024,
      timeoutSeconds: FETCH_SECONDS,
      reservedConcurrency: 4,
      environment: { ...withOriginals, [SETTING_NAMES.importQueue]: importOrders.queue.queueUrl },
      alarms,
      failing: fetching,
      throttled: fetching,
    });
    originals.grantKeep(fetch.role);
    grantSend(fetch, importOrders);
    workOff(fetch, fetchOrders);

    const importing = { impact: STALE, runbook: 'importing-fails' } as const;
    const run = new WatchedFunction(this, 'Import', {
      bundle: bundles.import,
      description: 'Imports the original of a feed and publishes its catalogue.',
      memoryMegabytes: 2048,
      timeoutSeconds: IMPORT_SECONDS,
      reservedConcurrency: 4,
      environment: {
        ...withOriginals,
        [SETTING_NAMES.table]: table.table.tableName,
        [SETTING_NAMES.fetchQueue]: fetchOrders.queue.queueUrl,
      },
      alarms,
      failing: importing,
      throttled: importing,
    });
    originals.grantRead(run.role);
    originals.grantKeep(run.role); // what it makes of a file that holds changes alone
    table.grantPublish(run.role);
    grantSend(run, fetchOrders); // of changes, as it alone knows since when
    workOff(run, importOrders);
    alarms.add(run, 'NothingImported', {
      impact: 'No feed was imported for more than a day: courses that are full or cancelled are still shown.',
      runbook: 'offers-grow-old',
      metric: run
        .countCodes('GoodRuns', ['import-published', 'import-unchanged'])
        .with({ period: Duration.hours(1) }),
      threshold: 1,
      evaluationPeriods: 26,
      rings: 'below',
      missing: TreatMissingData.BREACHING,
    });

    new FeedSchedule(this, 'Schedule', {
      feeds: props.feeds,
      orders: fetchOrders.queue,
      plans: importOrders.queue,
      alarms,
      impact: STALE,
    });
  }
}

function grantSend(from: WatchedFunction, { queue }: WatchedQueue): void {
  Grant.addToPrincipal({ grantee: from.role, actions: ['sqs:SendMessage'], resourceArns: [queue.queueArn] });
}

/** One message a run, at most four runs at once; a message that fails comes again by itself. */
function workOff(worker: WatchedFunction, { queue }: WatchedQueue): void {
  const grant = Grant.addToPrincipal({
    grantee: worker.role,
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resourceArns: [queue.queueArn],
  });
  const mapping = new EventSourceMapping(worker, 'Orders', {
    target: worker.function,
    eventSourceArn: queue.queueArn,
    batchSize: 1,
    maxConcurrency: 4,
    reportBatchItemFailures: true,
  });
  grant.applyBefore(mapping);
}
