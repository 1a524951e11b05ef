import { CfnCondition, CfnOutput, CfnParameter, Fn } from 'aws-cdk-lib';
import { CfnBasePathMapping, CfnDomainName, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';

/**
 * The name under which people find the service, told when the stack is deployed: `HostName` and `HostCertificate`.
 * Without them the stack stands under the address of its stage, which does for the API, not for the form.
 */
export class HostName extends Construct {
  constructor(scope: Construct, id: string, props: { readonly api: RestApi }) {
    super(scope, id);
    const name = new CfnParameter(this, 'Name', {
      type: 'String',
      default: '',
      allowedPattern: '^$|^[a-z0-9.-]{4,253}$',
      description: 'Name of the service such as angebote.stadt.example; empty: none.',
    });
    const certificate = new CfnParameter(this, 'Certificate', {
      type: 'String',
      default: '',
      description: 'ARN of the certificate for the name, in the region of the stack.',
    });
    name.overrideLogicalId('HostName');
    certificate.overrideLogicalId('HostCertificate');
    const isGiven = new CfnCondition(this, 'IsGiven', {
      expression: Fn.conditionNot(Fn.conditionEquals(name.valueAsString, '')),
    });
    const domain = new CfnDomainName(this, 'Domain', {
      domainName: name.valueAsString,
      regionalCertificateArn: certificate.valueAsString,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    });
    const mapping = new CfnBasePathMapping(this, 'Mapping', {
      domainName: domain.ref,
      restApiId: props.api.restApiId,
      stage: props.api.deploymentStage.stageName,
    });
    const target = new CfnOutput(this, 'Target', { value: domain.attrRegionalDomainName });
    target.overrideLogicalId('HostTarget');
    for (const { cfnOptions } of [domain, mapping]) cfnOptions.condition = isGiven;
    target.condition = isGiven;
  }
}
