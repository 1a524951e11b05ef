/** Names of the environment variables the service reads, shared with what sets them. */
export const SETTING_NAMES = {
  port: 'PORT',
  dataFolder: 'VEREINBAR_DATA',
  region: 'VEREINBAR_REGION',
  stage: 'VEREINBAR_STAGE',
  dynamodbEndpoint: 'DYNAMODB_ENDPOINT',
  table: 'VEREINBAR_TABLE',
  cursorKey: 'VEREINBAR_CURSOR_KEY',
  keyPepper: 'VEREINBAR_KEY_PEPPER',
  originalsBucket: 'VEREINBAR_ORIGINALS_BUCKET',
  importQueue: 'VEREINBAR_IMPORT_QUEUE',
  fetchQueue: 'VEREINBAR_FETCH_QUEUE',
} as const;

/** Where the service runs. Only `production` refuses sample data and a pinned date. */
export const STAGES = ['local', 'staging', 'production'] as const;
export type Stage = (typeof STAGES)[number];

/** Name of the table where none is set. */
export const DEFAULT_TABLE = 'vereinbar';
