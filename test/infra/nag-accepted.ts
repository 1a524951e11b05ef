/** A finding of cdk-nag that we live with: the rule, the constructs within a stack it may name, and why. */
export type AcceptedFinding = { readonly rule: string; readonly at: RegExp; readonly reason: string };

/** Everything that cdk-nag may say of our stacks. What is not here fails the test, and so does what no longer occurs. */
export const ACCEPTED: readonly AcceptedFinding[] = [
  {
    rule: 'AwsSolutions-APIG2',
    at: /^FrontDoor\/Door\/Resource$/,
    reason:
      'Requests are checked by the schemas of the contract, which name field and cure; a second check in the door would answer less.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: /^FrontDoor\/Door\/Default\/.*ANY\/Resource$/,
    reason: 'Form and reading are open to everybody without an account: that is the service.',
  },
  {
    rule: 'AwsSolutions-COG4',
    at: /^FrontDoor\/Door\/Default\/.*ANY\/Resource$/,
    reason: 'Nobody has an account; partners have keys of our own, which our own authorizer knows.',
  },
  {
    rule: 'AwsSolutions-APIG6',
    at: /^FrontDoor\/Door\/DeploymentStage\.live\/Resource$/,
    reason: 'Execution logs hold what people sent. The access log has an allow-list of fields instead.',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    at: /^FrontDoor\/Door\/CloudWatchRole\/Resource$/,
    reason: 'The policy that API Gateway itself asks for to write access logs, set once an account.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<OriginalsBucket0D7D99C8.Arn>/*]',
    at: /^(?:FeedImport\/(?:Fetch|Import)|Operating\/Operate)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Names of originals are hashes of their content and not known before; the bucket is one.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<OriginalsBucket0D7D99C8.Arn>/dortmund/*]',
    at: /^PartnerWrite\/Write\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'The same for files of partners, of one region alone; whose they are is in the name, which the key decides.',
  },
  {
    rule: 'AwsSolutions-S1',
    at: /^Originals\/Bucket\/Resource$/,
    reason: 'The bucket holds published lists for 30 days and has four users, all of this stack.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: /^CursorKey\/Key\/Resource$/,
    reason:
      'The key signs positions in a list. A new one makes pages that are open fail; it is changed by hand if it leaks.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: /^PartnerWrite\/KeyPepper\/Resource$/,
    reason:
      'With a new secret every key of a partner would be void at once. The keys are what is changed, two live ones each.',
  },
  {
    rule: 'AwsSolutions-SQS3',
    at: /^(?:FeedImport\/Schedule|Operating)\/DeadLetters\/Resource$/,
    reason: 'They hold the dead letters of the schedules, which the rule looks for at queues alone.',
  },
  {
    rule: 'Serverless-APIGWXrayEnabled',
    at: /^FrontDoor\/Door\/DeploymentStage\.live\/Resource$/,
    reason: 'A trace would tie requests of a person together. One log line a request says what failed.',
  },
  {
    rule: 'Serverless-LambdaTracing',
    at: /^(?:PartnerApi\/Api\/Answering|WebForm\/Web\/Answering|PartnerWrite\/(?:Authorizer|Write)|FeedImport\/(?:Fetch|Import)|Operating\/(?:Sweep|Operate))\/Function\/Resource$/,
    reason: 'As for the front door; the way of an import is in its log lines by feed and run.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    at: /^(?:PartnerApi\/Api\/Answering|WebForm\/Web\/Answering|PartnerWrite\/(?:Authorizer|Write)|FeedImport\/(?:Fetch|Import)|Operating\/(?:Sweep|Operate))\/Function\/Resource$/,
    reason:
      'Those that answer or obey are called by somebody who waits, two work off queues with dead letters, and a sweep that failed is made up for by the next.',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    at: /^FeedImport\/(?:Fetch|Import)\/Orders\/Resource$/,
    reason: 'Failed messages go to the dead letters of their queue; destinations are for streams.',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    at: /^(?:FeedImport\/(?:FetchOrders|ImportOrders|Schedule)|Operating)\/DeadLetters\/Resource$/,
    reason: 'They are the queues of dead letters.',
  },
];
