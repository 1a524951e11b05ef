import type { Command } from 'commander';
import { parseFeedId, parseOfferId } from '../../../shared/domain/offer/offer-id.ts';
import type { HiddenTarget } from '../../../shared/ports/catalogue-store.ts';
import { EXIT, onSystem, type CommandContext } from './command-context.ts';

/** What a kind and an id name; `undefined` when they name nothing that could be hidden. */
export function targetOf(kind: string, id: string): HiddenTarget | undefined {
  switch (kind) {
    case 'offer': {
      const offer = parseOfferId(id);
      return offer && { kind: 'offer', id: offer };
    }
    case 'feed': {
      const feed = parseFeedId(id);
      return feed && { kind: 'feed', id: feed };
    }
    case 'provider':
      return id === '' ? undefined : { kind: 'provider', id };
    default:
      return undefined;
  }
}

/** Hides something, or shows it again; a running service follows within a minute. */
export async function setHidden(
  context: CommandContext,
  target: HiddenTarget | undefined,
  isHidden: boolean,
): Promise<void> {
  if (target === undefined) {
    context.complain('Name an offer (feed:id), a provider or a feed by its id.');
    context.finish(EXIT.wrongUse);
    return;
  }
  await onSystem(context, async ({ region, store }) => {
    const { catalogues } = store.storesFor('import');
    if (isHidden) await catalogues.hide(region.region.id, target, context.clock());
    else await catalogues.unhide(region.region.id, target);
    context.say(`${target.kind} ${target.id} is ${isHidden ? 'hidden' : 'shown again'}, over any import.`);
    return EXIT.done;
  });
}

/** `hide [kind] [id]`. */
export function addHideCommand(program: Command, context: CommandContext): void {
  program
    .command('hide')
    .description('hide an offer, a provider or a feed over any import; without arguments list what is hidden')
    .argument('[kind]', 'offer, provider or feed')
    .argument('[id]', 'its id')
    .option('--undo', 'show it again')
    .action(
      async (kind: string | undefined, id: string | undefined, { undo }: { readonly undo?: boolean }) => {
        if (kind !== undefined) {
          await setHidden(context, targetOf(kind, id ?? ''), undo !== true);
          return;
        }
        await onSystem(context, async ({ region, store }) => {
          const hidden = await store.storesFor('import').catalogues.readHidden(region.region.id);
          for (const target of hidden) context.say(`${target.kind} ${target.id}`);
          if (hidden.length === 0) context.say('Nothing is hidden.');
          return EXIT.done;
        });
      },
    );
}
