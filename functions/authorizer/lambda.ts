import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createKeyTexts } from '../../shared/adapters/crypto/key-texts.ts';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoPartnerKeyReader } from '../../shared/adapters/dynamodb/partner-key-reader.ts';
import { readAuthorizerSettings } from '../../shared/config/read-partner.ts';
import { createAuthorizer } from './app.ts';

const settings = readAuthorizerSettings(process.env);
if (!settings.ok) throw new Error(`${settings.failure.name} must be ${settings.failure.wanted}`);
const { stage, region, table, keyPepper } = settings.value;

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stdout.write(line) });

/** Tells the front door which partner a key speaks for. It reads keys and nothing else. */
export const handler = createAuthorizer({
  keys: createDynamoPartnerKeyReader(createDynamoAccess({ path: 'request', table, log })),
  texts: createKeyTexts(stage),
  seal: createHmacSeal(keyPepper),
  clock,
  region,
  log,
});
