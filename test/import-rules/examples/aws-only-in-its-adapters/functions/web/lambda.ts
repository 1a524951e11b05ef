export type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
