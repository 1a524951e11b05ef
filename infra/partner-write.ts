import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { TokenAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { CfnAlias } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import type { Alarms } from './alarms.ts';
import type { StageBundles } from './bundle-stage.ts';
import { PARTNER_PATH, type FrontDoor } from './front-door.ts';
import type { OfferTable } from './offer-table.ts';
import type { Originals } from './originals.ts';
import { WatchedFunction } from './watched-function.ts';
import type { WatchedQueue } from './watched-queue.ts';

/** A key that was taken back is refused after so long. */
const REMEMBERED_SECONDS = 60;
/** In five minutes, three times in a row: no program that heeds Retry-After gets there. */
const REFUSALS_BEFORE_RINGING = 300;
const TOKEN_FORM = '^Bearer \\w{60,120}$';

/** What writing by partners is made of. */
export type PartnerWriteProps = {
  readonly region: string;
  readonly bundles: Pick<StageBundles, 'authorizer' | 'partner'>;
  readonly environment: Readonly<Record<string, string>>;
  readonly table: OfferTable;
  readonly originals: Originals;
  readonly importOrders: WatchedQueue;
  readonly alarms: Alarms;
  readonly door: FrontDoor;
  readonly reservedConcurrency: { readonly authorizer: number; readonly partner: number };
};

/**
 * The way in for partners: the door asks the authorizer, which reads keys and nothing else, and hands on who it is to the
 * function that writes. That one can read no key, hide nothing, and delete nothing but what a provider stated; files it puts to
 * the originals and cannot read.
 */
export class PartnerWrite extends Construct {
  constructor(scope: Construct, id: string, props: PartnerWriteProps) {
    super(scope, id);
    const { alarms, bundles, table, originals, importOrders, region } = props;
    const environment = { ...props.environment, [SETTING_NAMES.table]: table.table.tableName };
    const failing = {
      impact: 'Partners can neither write their offers nor send their tables.',
      runbook: 'partners-cannot-write',
    } as const;
    const pepper = new Secret(this, 'KeyPepper', {
      description: 'Seals the keys of partners; without it none of them is known any more.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const authorizer = new WatchedFunction(this, 'Authorizer', {
      bundle: bundles.authorizer,
      description: 'Tells the front door which partner a key speaks for.',
      memoryMegabytes: 512,
      timeoutSeconds: 5,
      reservedConcurrency: props.reservedConcurrency.authorizer,
      environment: {
        ...environment,
        // Filled in when the stack is deployed; the template holds no secret.
        [SETTING_NAMES.keyPepper]: pepper.secretValue.unsafeUnwrap(),
      },
      alarms,
      failing,
      throttled: failing,
    });
    table.grantReadKeys(authorizer.role, region);

    const write = new WatchedFunction(this, 'Write', {
      bundle: bundles.partner,
      description: 'Writes the offers of partners and takes their tables.',
      memoryMegabytes: 1024,
      timeoutSeconds: 25,
      reservedConcurrency: props.reservedConcurrency.partner,
      environment: {
        ...environment,
        [SETTING_NAMES.importQueue]: importOrders.queue.queueUrl,
        [SETTING_NAMES.originalsBucket]: originals.bucket.bucketName,
      },
      alarms,
      failing,
      throttled: failing,
    });
    table.grantPartner(write.role, region);
    originals.grantKeepOf(write.role, region);
    Grant.addToPrincipal({
      grantee: write.role,
      actions: ['sqs:SendMessage'],
      resourceArns: [importOrders.queue.queueArn],
    });
    alarms.add(write, 'QuotaExceeded', {
      impact: 'A partner sends far more than its quota allows and is refused most of it; others are served.',
      runbook: 'partners-are-slowed',
      metric: write.countCodes('Refusals', ['partner-quota-exceeded']),
      threshold: REFUSALS_BEFORE_RINGING,
      evaluationPeriods: 3,
      rings: 'at-or-above',
    });
    // Rolling back is pointing the alias at the version before.
    const live = new CfnAlias(this, 'Live', {
      name: 'live',
      functionName: write.function.functionName,
      functionVersion: write.function.currentVersion.version,
    });
    props.door.lead(
      [PARTNER_PATH],
      { live },
      new TokenAuthorizer(this, 'Keys', {
        handler: authorizer.function,
        validationRegex: TOKEN_FORM,
        resultsCacheTtl: Duration.seconds(REMEMBERED_SECONDS),
      }),
    );
  }
}
