import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { FIVE_MINUTES, type AlarmMeaning, type Alarms } from './alarms.ts';
import type { FunctionBundle } from './bundle-function.ts';

/** A function and what its failing means. */
export type WatchedFunctionProps = {
  readonly bundle: FunctionBundle;
  /** What it does, one sentence for the console. */
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Most runs at once; what it calls is sized for that. */
  readonly reservedConcurrency: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly alarms: Alarms;
  /** Rings when a run fails or a line of level error is logged. */
  readonly failing: AlarmMeaning;
  /** Rings when runs are refused for want of concurrency. */
  readonly throttled: AlarmMeaning;
};

/** A Lambda with a role of its own, logs that end, and alarms that say what people lose. It cannot be made without them. */
export class WatchedFunction extends Construct {
  readonly function: Function;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: WatchedFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.function = new Function(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundle.folder),
      handler: props.bundle.handler,
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: { ...props.environment },
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.#watch(props, logGroup);
  }

  #watch({ alarms, failing, throttled }: WatchedFunctionProps, logGroup: LogGroup): void {
    const onFirst = { threshold: 1, evaluationPeriods: 1, rings: 'at-or-above' } as const;
    alarms.add(this, 'RunsFail', {
      ...failing,
      ...onFirst,
      metric: this.function.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' }),
    });
    alarms.add(this, 'RunsRefused', {
      ...throttled,
      ...onFirst,
      metric: this.function.metricThrottles({ period: FIVE_MINUTES, statistic: 'Sum' }),
    });
    alarms.add(this, 'ErrorsLogged', {
      ...failing,
      ...onFirst,
      metric: countLines(this, 'ErrorLines', logGroup, FilterPattern.stringValue('$.level', '=', 'error')),
    });
  }

  /** Counts the lines with one of the codes of the log catalogue. */
  countCodes(id: string, codes: readonly string[]): Metric {
    const anyOf = codes.map((code) => FilterPattern.stringValue('$.code', '=', code));
    return countLines(this, id, this.function.logGroup, FilterPattern.any(...anyOf));
  }
}

function countLines(
  scope: Construct,
  id: string,
  logGroup: Function['logGroup'],
  filterPattern: ReturnType<typeof FilterPattern.any>,
): Metric {
  const filter = new MetricFilter(scope, id, {
    logGroup,
    filterPattern,
    metricNamespace: 'Vereinbar',
    metricName: `${scope.node.addr}-${id}`,
    metricValue: '1',
  });
  return filter.metric({ period: FIVE_MINUTES, statistic: 'Sum' });
}
