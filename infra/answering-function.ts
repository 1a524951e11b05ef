import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAlias } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import type { AlarmMeaning, Alarms } from './alarms.ts';
import type { FunctionBundle } from './bundle-function.ts';
import type { OfferTable } from './offer-table.ts';
import { WatchedFunction } from './watched-function.ts';

/** The key that signs page cursors; what one function signed the other accepts. */
export class CursorKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Key', {
      description: 'Signs page cursors.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

/** What answering people takes. */
export type AnsweringProps = {
  readonly bundle: FunctionBundle;
  readonly region: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly table: OfferTable;
  readonly cursorKey: CursorKey;
  readonly alarms: Alarms;
  readonly reservedConcurrency: number;
};

/** A function that people wait for: it reads the table and writes nothing. `live` is the version that answers. */
export class AnsweringFunction extends Construct {
  readonly live: CfnAlias;

  constructor(
    scope: Construct,
    id: string,
    props: AnsweringProps & { readonly description: string; readonly failing: AlarmMeaning },
  ) {
    super(scope, id);
    const answering = new WatchedFunction(this, 'Answering', {
      bundle: props.bundle,
      description: props.description,
      memoryMegabytes: 1024,
      timeoutSeconds: 10,
      reservedConcurrency: props.reservedConcurrency,
      environment: {
        ...props.environment,
        [SETTING_NAMES.table]: props.table.table.tableName,
        // Filled in when the stack is deployed; the template holds no secret.
        [SETTING_NAMES.cursorKey]: props.cursorKey.secret.secretValue.unsafeUnwrap(),
      },
      alarms: props.alarms,
      failing: props.failing,
      throttled: { impact: 'Some people are asked to try again later.', runbook: 'answers-are-throttled' },
    });
    props.table.grantRead(answering.role, props.region);
    // Rolling back is pointing the alias at the version before.
    this.live = new CfnAlias(this, 'Live', {
      name: 'live',
      functionName: answering.function.functionName,
      functionVersion: answering.function.currentVersion.version,
    });
  }
}
