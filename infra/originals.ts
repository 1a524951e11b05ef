import { Duration } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

/** The bucket of feeds as they were fetched, kept to be read again when a reader has been mended. */
export class Originals extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { originalsDays }: StageSettings['retention']) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        {
          expiration: Duration.days(originalsDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }

  /** What fetching needs. */
  grantKeep(to: IGrantable): void {
    this.#grant(to, 's3:PutObject', '*');
  }

  /** What taking the files of partners of one region needs, and what the addresses it signs may do: to put, not to read. */
  grantKeepOf(to: IGrantable, region: string): void {
    this.#grant(to, 's3:PutObject', `${region}/*`);
  }

  /** What importing needs. */
  grantRead(to: IGrantable): void {
    this.#grant(to, 's3:GetObject', '*');
  }

  #grant(grantee: IGrantable, action: string, objects: string): void {
    Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [this.bucket.arnForObjects(objects)] });
  }
}
