import { Aws, CfnOutput, Fn, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  Integration,
  IntegrationType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { CfnAlias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import { FIVE_MINUTES, type Alarms } from './alarms.ts';
import type { FunctionBundle } from './bundle-function.ts';
import { FrontDoorGuard } from './front-door-guard.ts';
import { addGatewayProblems } from './gateway-problems.ts';
import type { OfferTable } from './offer-table.ts';
import type { StageSettings } from './stage-settings.ts';
import { WatchedFunction } from './watched-function.ts';

/** What the API is made of. */
export type PartnerApiProps = {
  readonly settings: StageSettings;
  readonly bundle: FunctionBundle;
  readonly environment: Readonly<Record<string, string>>;
  readonly table: OfferTable;
  readonly alarms: Alarms;
};

/** What of a request is logged: no address, no path, no query, no agent. */
const ACCESS_LOG_LINE = JSON.stringify({
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  durationMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  bytes: '$context.responseLength',
  refusedAs: '$context.error.responseType',
});

const NO_ANSWERS = 'People and partner agencies get no answer from the matcher.';

/** The JSON API behind a regional REST API: reads offers, matches, stores nothing. */
export class PartnerApi extends Construct {
  constructor(scope: Construct, id: string, props: PartnerApiProps) {
    super(scope, id);
    const { settings, table, alarms } = props;
    const cursorKey = new Secret(this, 'CursorKey', {
      description: 'Signs page cursors.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const answering = new WatchedFunction(this, 'Answering', {
      bundle: props.bundle,
      description: 'Answers the JSON API.',
      memoryMegabytes: 1024,
      timeoutSeconds: 10,
      reservedConcurrency: settings.api.reservedConcurrency,
      environment: {
        ...props.environment,
        [SETTING_NAMES.table]: table.table.tableName,
        // Filled in when the stack is deployed; the template holds no secret.
        [SETTING_NAMES.cursorKey]: cursorKey.secretValue.unsafeUnwrap(),
      },
      alarms,
      failing: { impact: NO_ANSWERS, runbook: 'api-fails' },
      throttled: { impact: 'Some people are asked to try again later.', runbook: 'api-is-throttled' },
    });
    table.grantRead(answering.role);
    // Rolling back is pointing the alias at the version before.
    const live = new CfnAlias(this, 'Live', {
      name: 'live',
      functionName: answering.function.functionName,
      functionVersion: answering.function.currentVersion.version,
    });

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const api = new RestApi(this, 'FrontDoor', {
      restApiName: `vereinbar-${settings.stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      deployOptions: {
        stageName: 'live',
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: AccessLogFormat.custom(ACCESS_LOG_LINE),
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        throttlingRateLimit: settings.api.requestsPerSecond,
        throttlingBurstLimit: settings.api.burst,
      },
    });
    new CfnPermission(this, 'DoorMayAsk', {
      action: 'lambda:InvokeFunction',
      functionName: live.ref,
      principal: 'apigateway.amazonaws.com',
      sourceArn: api.arnForExecuteApi('*', '/*', 'live'),
    });
    const integration = new Integration({
      type: IntegrationType.AWS_PROXY,
      integrationHttpMethod: 'POST',
      uri: Fn.join('', [
        'arn:',
        Aws.PARTITION,
        ':apigateway:',
        Aws.REGION,
        ':lambda:path/2015-03-31/functions/',
        live.ref,
        '/invocations',
      ]),
    });
    api.root.addMethod('ANY', integration);
    api.root.addProxy({ defaultIntegration: integration, anyMethod: true });
    addGatewayProblems(api);
    new FrontDoorGuard(this, 'Guard', { api, requestsPerAddress: settings.api.requestsPerAddress });
    alarms.add(this, 'DoorFails', {
      impact: NO_ANSWERS,
      runbook: 'api-fails',
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 5,
      evaluationPeriods: 1,
      rings: 'at-or-above',
    });
    new CfnOutput(this, 'Address', { value: api.url });
  }
}
