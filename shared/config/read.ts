import * as z from 'zod';
import { parseRegionId, type RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { DEFAULT_TABLE, SETTING_NAMES, STAGES, type Stage } from './names.ts';

/** The settings of the local system. */
export type LocalSettings = {
  readonly stage: Stage;
  /** 0 = any free port. */
  readonly port: number;
  /** Folder of the embedded store, relative to the working folder or absolute. */
  readonly dataFolder: string;
  readonly region: RegionId;
  /** Another DynamoDB instead of the embedded store. */
  readonly dynamodbEndpoint?: string;
  readonly table: string;
};

/** Which setting is wrong and what it must be; never its value. */
export type SettingFailure = {
  readonly code: 'wrong-setting';
  readonly name: string;
  readonly wanted: string;
};

/** The settings as text, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const WANTED: Readonly<Record<string, string>> = {
  [SETTING_NAMES.port]: 'a port number from 0 to 65535',
  [SETTING_NAMES.dataFolder]: 'the path of a folder',
  [SETTING_NAMES.region]: 'the name of a folder in shared/region, such as dortmund',
  [SETTING_NAMES.stage]: `one of ${STAGES.join(', ')}`,
  [SETTING_NAMES.dynamodbEndpoint]: 'an address such as http://127.0.0.1:8000',
  [SETTING_NAMES.table]: '3 to 255 letters, digits and ._-',
};

const schema = z.object({
  [SETTING_NAMES.port]: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8080),
  [SETTING_NAMES.dataFolder]: z.string().min(1).max(1000).default('.vereinbar'),
  [SETTING_NAMES.region]: z
    .string()
    .default('dortmund')
    .transform((text, context) => {
      const id = parseRegionId(text);
      if (id !== undefined) return id;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }),
  [SETTING_NAMES.stage]: z.enum(STAGES).default('local'),
  [SETTING_NAMES.dynamodbEndpoint]: z.url({ protocol: /^https?$/ }).optional(),
  [SETTING_NAMES.table]: z
    .string()
    .regex(/^[A-Za-z0-9._-]{3,255}$/)
    .default(DEFAULT_TABLE),
});

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Reads the settings of the local system; an empty value counts as not set. The first wrong setting is the failure. */
export function readLocalSettings(environment: Environment): Result<LocalSettings, SettingFailure> {
  const parsed = schema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    return failed({ code: 'wrong-setting', name, wanted: WANTED[name] ?? 'another value' });
  }
  const endpoint = parsed.data[SETTING_NAMES.dynamodbEndpoint];
  return ok({
    stage: parsed.data[SETTING_NAMES.stage],
    port: parsed.data[SETTING_NAMES.port],
    dataFolder: parsed.data[SETTING_NAMES.dataFolder],
    region: parsed.data[SETTING_NAMES.region],
    ...(endpoint === undefined ? {} : { dynamodbEndpoint: endpoint }),
    table: parsed.data[SETTING_NAMES.table],
  });
}

/** The settings of a deployed function that answers from the store. */
export type ServiceSettings = Pick<LocalSettings, 'stage' | 'region' | 'table'> & {
  /** Signs page cursors; 32 characters or more. */
  readonly cursorKey: string;
};

const SHORTEST_KEY = 32;

/** Reads the settings of a deployed function. Nothing but the stage's own key signs there. */
export function readServiceSettings(environment: Environment): Result<ServiceSettings, SettingFailure> {
  const settings = readLocalSettings(environment);
  if (!settings.ok) return settings;
  const { stage, region, table } = settings.value;
  const cursorKey = environment[SETTING_NAMES.cursorKey] ?? '';
  if (cursorKey.length < SHORTEST_KEY) {
    const wanted = `${SHORTEST_KEY} characters or more`;
    return failed({ code: 'wrong-setting', name: SETTING_NAMES.cursorKey, wanted });
  }
  return ok({ stage, region, table, cursorKey });
}
