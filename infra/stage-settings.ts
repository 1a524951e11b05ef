import type { Stage } from '../shared/config/names.ts';

/** A stage that is deployed. */
export type DeployedStage = Exclude<Stage, 'local'>;

/** What stages differ in; nothing of it is read from the machine or the account. */
export type StageSettings = {
  readonly stage: DeployedStage;
  /** Folder of `shared/region/`. */
  readonly region: string;
  /** How many requests at once each function that somebody waits for works on. */
  readonly reservedConcurrency: Readonly<Record<'api' | 'web' | 'authorizer' | 'partner', number>>;
  /** How many requests a second the front door lets through, on average and at a burst. */
  readonly door: {
    readonly requestsPerSecond: number;
    readonly burst: number;
    /** Requests of one address in five minutes. */
    readonly requestsPerAddress: number;
    /** What of it partners together may take with their keys; a single one has its own quota. */
    readonly partners: { readonly requestsPerSecond: number; readonly burst: number };
  };
  /** Bill guard of the table: request units a second that it never exceeds. */
  readonly table: { readonly maxReadUnits: number; readonly maxWriteUnits: number };
  readonly retention: {
    readonly accessLogDays: 7;
    readonly logDays: 30;
    readonly originalsDays: number;
  };
};

const RETENTION = { accessLogDays: 7, logDays: 30, originalsDays: 30 } as const;

/** Every stage that `npm run synth` writes a stack for. */
export const STAGE_SETTINGS: readonly StageSettings[] = [
  {
    stage: 'staging',
    region: 'dortmund',
    reservedConcurrency: { api: 10, web: 10, authorizer: 5, partner: 5 },
    door: {
      requestsPerSecond: 50,
      burst: 100,
      requestsPerAddress: 1000,
      partners: { requestsPerSecond: 20, burst: 40 },
    },
    table: { maxReadUnits: 4000, maxWriteUnits: 1000 },
    retention: RETENTION,
  },
  {
    stage: 'production',
    region: 'dortmund',
    reservedConcurrency: { api: 40, web: 40, authorizer: 10, partner: 10 },
    door: {
      requestsPerSecond: 200,
      burst: 400,
      requestsPerAddress: 1000,
      partners: { requestsPerSecond: 50, burst: 100 },
    },
    table: { maxReadUnits: 8000, maxWriteUnits: 2000 },
    retention: RETENTION,
  },
];
