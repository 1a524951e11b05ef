import { InvalidArgumentError, type Command } from 'commander';
import { createHmacSeal } from '../../../shared/adapters/crypto/hmac-seal.ts';
import { createKeyTexts } from '../../../shared/adapters/crypto/key-texts.ts';
import { toKeyItem } from '../../../shared/adapters/dynamodb/partner-keys.ts';
import { SETTING_NAMES } from '../../../shared/config/names.ts';
import { parseFeedId, type FeedId } from '../../../shared/domain/offer/offer-id.ts';
import type { Partner, PartnerScope } from '../../../shared/domain/partner/partner.ts';
import { isLive } from '../../../shared/use-cases/authenticate-partner.ts';
import { issueKey, makeKey, revokeKey } from '../../../shared/use-cases/issue-key.ts';
import { LOCAL_KEY_PEPPER } from '../build-partner.ts';
import { openRegion } from '../open-region.ts';
import { EXIT, onSystem, type CommandContext, type ExitCode, type OpenSystem } from './command-context.ts';

type AddOptions = { readonly name: string; readonly until?: number; readonly item?: true };

const SHORTEST_PEPPER = 32;

function feedNamed(text: string): FeedId {
  const feed = parseFeedId(text);
  if (feed === undefined)
    throw new InvalidArgumentError('Give 2 to 40 lower-case letters, digits and hyphens, a letter first.');
  return feed;
}

function partnerNamed(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 200) throw new InvalidArgumentError('Give 1 to 200 characters.');
  return name;
}

function endOfDay(text: string): number {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T23:59:59Z`) : Number.NaN;
  if (Number.isNaN(end)) throw new InvalidArgumentError('Give a date as YYYY-MM-DD.');
  return end;
}

/** A feed of the region is imported, and facts are stated beside it; any other is written by its partner. */
function scopesFor(feed: FeedId, feeds: OpenSystem['region']['feeds']): readonly PartnerScope[] {
  return feeds.some(({ id }) => id === feed) ? ['supplements'] : ['offers'];
}

function sayKey({ say }: CommandContext, { feed, scopes }: Partner, text: string): void {
  say(text);
  say(`This key is shown once. It allows ${scopes.join(', ')} of the feed ${feed}.`);
}

/** A key for a table in an account: nothing is stored here, the item is put there by whoever has the right to. */
async function printItem(
  context: CommandContext,
  feed: FeedId,
  { name, until }: AddOptions,
): Promise<ExitCode> {
  const region = await openRegion(context.settings);
  const pepper = context.keyPepper ?? '';
  if (!region.ok || pepper.length < SHORTEST_PEPPER) {
    context.complain(
      region.ok
        ? `${SETTING_NAMES.keyPepper} must be ${String(SHORTEST_PEPPER)} characters or more: the secret of the stage.`
        : region.failure,
    );
    return EXIT.failed;
  }
  const partner: Partner = { name, feed, scopes: scopesFor(feed, region.value.feeds) };
  const texts = createKeyTexts(context.settings.stage);
  const deps = { texts, seal: createHmacSeal(pepper), clock: context.clock };
  const { text, stored } = makeKey(deps, partner, until);
  sayKey(context, partner, text);
  context.say(JSON.stringify(toKeyItem(region.value.region.id, stored)));
  return EXIT.done;
}

async function add(
  context: CommandContext,
  { region, store }: OpenSystem,
  feed: FeedId,
  { name, until }: AddOptions,
): Promise<ExitCode> {
  const partner: Partner = { name, feed, scopes: scopesFor(feed, region.feeds) };
  const issued = await issueKey(
    {
      keys: store.partnerStores.keys,
      texts: createKeyTexts(context.settings.stage),
      seal: createHmacSeal(LOCAL_KEY_PEPPER),
      clock: context.clock,
    },
    region.region.id,
    partner,
    until,
  );
  if (!issued.ok) {
    context.complain(`${feed} has two keys already: revoke one of them first (keys list).`);
    return EXIT.failed;
  }
  sayKey(context, partner, issued.value.text);
  return EXIT.done;
}

async function list(context: CommandContext, { region, store }: OpenSystem): Promise<ExitCode> {
  const keys = await store.partnerStores.keys.readKeys(region.region.id);
  if (keys.length === 0) context.say('No key has been issued yet.');
  for (const key of keys) {
    const { name, feed, scopes } = key.partner;
    const state = isLive(key, context.clock()) ? 'live' : key.revokedAt === undefined ? 'ended' : 'revoked';
    const issued = new Date(key.createdAt).toISOString().slice(0, 10);
    context.say(`${key.id} ${state} · ${feed} · ${scopes.join(', ')} · ${name} · issued ${issued}`);
  }
  return EXIT.done;
}

/** `keys add | list | revoke`: what partners are known by. */
export function addKeysCommand(program: Command, context: CommandContext): void {
  const keys = program
    .command('keys')
    .description('keys of partners, who write offers or state facts by API');
  keys
    .command('add')
    .description('issue a key and print it once; only its seal is stored')
    .argument(
      '<feed>',
      'a feed of the region, beside which facts are stated, or a new one to write',
      feedNamed,
    )
    .requiredOption('--name <name>', 'who it is, as people read it beside the offers', partnerNamed)
    .option('--until <date>', 'the last day on which it is good, YYYY-MM-DD', endOfDay)
    .option(
      '--item',
      `store nothing and print the item for the table of VEREINBAR_STAGE, sealed under ${SETTING_NAMES.keyPepper}`,
    )
    .action(async (feed: FeedId, options: AddOptions) => {
      if (options.item === true) context.finish(await printItem(context, feed, options));
      else await onSystem(context, (system) => add(context, system, feed, options));
    });
  keys
    .command('list')
    .description('all keys with what they allow, never the keys themselves')
    .action(() => onSystem(context, (system) => list(context, system)));
  keys
    .command('revoke')
    .description('take a key back; it is refused within a minute')
    .argument('<id>', 'the ten characters after the stage')
    .action((id: string) =>
      onSystem(context, async ({ region, store }) => {
        const deps = { keys: store.partnerStores.keys, clock: context.clock };
        const done = await revokeKey(deps, region.region.id, id);
        if (done.ok) context.say(`${id} is revoked.`);
        else context.complain(`There is no key ${id}: "keys list" shows those there are.`);
        return done.ok ? EXIT.done : EXIT.failed;
      }),
    );
}
