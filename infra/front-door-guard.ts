import { Aws, Fn } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/**
 * The firewall before the front door. It looks at addresses and known attacks, keeps no sample of a request and writes no
 * log; the caller's address never leaves it.
 */
export class FrontDoorGuard extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly api: RestApi; readonly requestsPerAddress: number },
  ) {
    super(scope, id);
    const visibility = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
      name,
      priority,
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
      overrideAction: { none: {} },
      visibilityConfig: visibility(name),
    });
    const acl = new CfnWebACL(this, 'Rules', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('front-door'),
      rules: [
        {
          name: 'requests-per-address',
          priority: 0,
          statement: {
            rateBasedStatement: {
              limit: props.requestsPerAddress,
              aggregateKeyType: 'IP',
              evaluationWindowSec: 300,
            },
          },
          action: { block: {} },
          visibilityConfig: visibility('requests-per-address'),
        },
        managed('AWSManagedRulesAmazonIpReputationList', 1),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
      ],
    });
    const stage = props.api.deploymentStage.stageName;
    new CfnWebACLAssociation(this, 'AtTheDoor', {
      webAclArn: acl.attrArn,
      resourceArn: Fn.join('', [
        'arn:',
        Aws.PARTITION,
        ':apigateway:',
        Aws.REGION,
        `::/restapis/`,
        props.api.restApiId,
        '/stages/',
        stage,
      ]),
    });
  }
}
