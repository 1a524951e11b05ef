import { Aws, CfnOutput, Fn, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  Integration,
  IntegrationType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  type IAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { FIVE_MINUTES, type Alarms } from './alarms.ts';
import type { AnsweringFunction } from './answering-function.ts';
import { FrontDoorGuard } from './front-door-guard.ts';
import { addGatewayProblems } from './gateway-problems.ts';
import { HostName } from './host-name.ts';
import type { StageSettings } from './stage-settings.ts';

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

/** The paths for which a key is asked. */
export const PARTNER_PATH = '/v1/partners/me/{proxy+}';

const STAGE = 'live';
const FAILURES_BEFORE_RINGING = 5;

/** The regional REST API before all functions that answer people, with its firewall. */
export class FrontDoor extends Construct {
  readonly #api: RestApi;

  constructor(
    scope: Construct,
    id: string,
    { settings, alarms }: { readonly settings: StageSettings; readonly alarms: Alarms },
  ) {
    super(scope, id);
    const { requestsPerSecond, burst, requestsPerAddress, partners } = settings.door;
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const api = new RestApi(this, 'Door', {
      restApiName: `vereinbar-${settings.stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      // Tables come and go as bytes; what is text is the same either way.
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: true,
      deployOptions: {
        stageName: STAGE,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: AccessLogFormat.custom(ACCESS_LOG_LINE),
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        throttlingRateLimit: requestsPerSecond,
        throttlingBurstLimit: burst,
        methodOptions: {
          [`${PARTNER_PATH}/ANY`]: {
            loggingLevel: MethodLoggingLevel.OFF,
            throttlingRateLimit: partners.requestsPerSecond,
            throttlingBurstLimit: partners.burst,
          },
        },
      },
    });
    this.#api = api;
    addGatewayProblems(api);
    new FrontDoorGuard(this, 'Guard', { api, requestsPerAddress });
    new HostName(this, 'Host', { api });
    alarms.add(this, 'DoorFails', {
      impact: 'People and partner agencies get no answer from the matcher.',
      runbook: 'answers-fail',
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: FAILURES_BEFORE_RINGING,
      evaluationPeriods: 1,
      rings: 'at-or-above',
    });
    new CfnOutput(this, 'Address', { value: api.url }).overrideLogicalId('Address');
  }

  /**
   * Leads paths with all their methods to the live version of a function; `{proxy+}` is all that lies below. With an
   * authorizer only whom it lets pass.
   */
  lead(paths: readonly string[], { live }: Pick<AnsweringFunction, 'live'>, authorizer?: IAuthorizer): void {
    new CfnPermission(live, 'DoorMayAsk', {
      action: 'lambda:InvokeFunction',
      functionName: live.ref,
      principal: 'apigateway.amazonaws.com',
      sourceArn: this.#api.arnForExecuteApi('*', '/*', STAGE),
    });
    const parts = [
      ':apigateway:',
      Aws.REGION,
      ':lambda:path/2015-03-31/functions/',
      live.ref,
      '/invocations',
    ];
    const integration = new Integration({
      type: IntegrationType.AWS_PROXY,
      integrationHttpMethod: 'POST',
      uri: Fn.join('', ['arn:', Aws.PARTITION, ...parts]),
    });
    const guarded = authorizer && { authorizer, authorizationType: AuthorizationType.CUSTOM };
    for (const path of paths) this.#api.root.resourceForPath(path).addMethod('ANY', integration, guarded);
  }
}
