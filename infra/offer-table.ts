import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

const RECOVERY_DAYS = 35;

/** The one table: offers, catalogues, pointers. It outlives the stack, and its last 35 days can be brought back. */
export class OfferTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { maxReadUnits, maxWriteUnits }: StageSettings['table']) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      maxReadRequestUnits: maxReadUnits,
      maxWriteRequestUnits: maxWriteUnits,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** What answering needs. */
  grantRead(to: IGrantable): void {
    this.table.grant(to, 'dynamodb:GetItem', 'dynamodb:Query');
  }

  /** What sweeping needs; it alone looks through the whole table, and deletes. */
  grantSweep(to: IGrantable): void {
    this.table.grant(
      to,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:UpdateItem',
      'dynamodb:BatchWriteItem',
    );
  }

  /** What importing needs; nothing is ever deleted by it. */
  grantPublish(to: IGrantable): void {
    this.table.grant(
      to,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:BatchWriteItem',
    );
  }
}
