import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
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

  /** What answering needs: catalogues, versions and what is hidden; no key and nothing that was sent. */
  grantRead(grantee: IGrantable, region: string): void {
    const kinds = ['FEEDS', 'OFR#*', 'CAT#*', 'CHK#*', 'LOG#*', 'HIDDEN'];
    this.#grantOn(
      grantee,
      kinds.map((kind) => `${region}#${kind}`),
      ['dynamodb:GetItem', 'dynamodb:Query'],
    );
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

  /** What recognising partners needs: their keys, nothing else. */
  grantReadKeys(grantee: IGrantable, region: string): void {
    this.#grantOn(grantee, [`${region}#KEYS`], ['dynamodb:GetItem']);
  }

  /** What partners' writing needs: catalogues, versions, what was sent, its quota; no key and nothing that is hidden. */
  grantPartner(grantee: IGrantable, region: string): void {
    const kinds = ['FEEDS', 'OFR#*', 'CAT#*', 'CHK#*', 'LOG#*', 'SUP#*', 'IMP#*', 'QUO#*'];
    this.#grantOn(
      grantee,
      kinds.map((kind) => `${region}#${kind}`),
      [
        'dynamodb:BatchWriteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    );
    this.#grantOn(grantee, [`${region}#SUP#*`], ['dynamodb:DeleteItem']);
  }

  /** What showing something again needs, beside publishing, which hiding it is a part of. */
  grantUnhide(grantee: IGrantable, region: string): void {
    this.#grantOn(grantee, [`${region}#HIDDEN`], ['dynamodb:DeleteItem']);
  }

  #grantOn(grantee: IGrantable, partitions: readonly string[], actions: string[]): void {
    Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
    });
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
