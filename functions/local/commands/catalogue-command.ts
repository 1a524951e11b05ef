import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { parseCatalogueId } from '../../../shared/domain/offer/catalogue.ts';
import { rollBack, type RollBackFailure } from '../../../shared/use-cases/roll-back-catalogue.ts';
import {
  EXIT,
  onFeed,
  onSystem,
  type CommandContext,
  type ExitCode,
  type OpenSystem,
} from './command-context.ts';

const SHOWN_PUBLICATIONS = 10;

function roomFor(failure: RollBackFailure): string {
  switch (failure) {
    case 'no-catalogue':
      return 'The feed has no catalogue yet: import it first.';
    case 'no-such-catalogue':
      return 'The feed never had that catalogue: "catalogue list" shows those it had.';
    case 'already-current':
      return 'That catalogue is current already.';
    case 'target-damaged':
      return 'That catalogue is damaged, or it was swept after 30 days: choose another one.';
    case 'held':
    case 'lost-lease':
    case 'moved':
      return 'Somebody else published in the same moment: look at "catalogue list" and try again.';
  }
}

async function list(context: CommandContext, { region, store }: OpenSystem): Promise<ExitCode> {
  const { catalogues } = store.storesFor('import');
  const pointers = await catalogues.readPointers(region.region.id);
  if (pointers.length === 0) context.say('No feed has a catalogue yet.');
  for (const pointer of pointers) {
    context.say(`${pointer.feed}: last seen ${new Date(pointer.lastSeenAt).toISOString()}`);
    const moves = await catalogues.readPublications(region.region.id, pointer.feed, SHOWN_PUBLICATIONS);
    for (const { sequence, catalogue, publishedAt, changes } of moves) {
      const mark = sequence === pointer.sequence ? '*' : ' ';
      const at = new Date(publishedAt).toISOString();
      context.say(` ${mark} ${sequence} ${catalogue} published ${at}, ${changes} changes`);
    }
  }
  return EXIT.done;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

/** `catalogue list | use | changes`. */
export function addCatalogueCommand(program: Command, context: CommandContext): void {
  const catalogue = program.command('catalogue').description('look at what is published, and roll back');
  catalogue
    .command('list')
    .description('the current catalogue of each feed (*) and those before it')
    .action(() => onSystem(context, (system) => list(context, system)));
  catalogue
    .command('use')
    .description('make an earlier catalogue of a feed current again')
    .argument('<feed>', 'id of the feed')
    .argument('<catalogue>', 'id as "catalogue list" shows it, or "previous"')
    .action(async (feedId: string, wanted: string) => {
      const id = wanted === 'previous' ? undefined : parseCatalogueId(wanted);
      if (id === undefined && wanted !== 'previous') {
        context.complain('A catalogue is named by 32 digits and letters a-f, or by "previous".');
        context.finish(EXIT.wrongUse);
        return;
      }
      await onFeed(context, feedId, async ({ region, store }, feed) => {
        const deps = {
          ...store.storesFor('import'),
          clock: context.clock,
          owner: `local-cli-${randomUUID()}`,
        };
        const moved = await rollBack(deps, region.region.id, feed, id);
        if (moved.ok) {
          context.say(
            `${feed}: catalogue ${moved.value.catalogue} is current (move ${moved.value.sequence}).`,
          );
          return EXIT.done;
        }
        context.complain(roomFor(moved.failure));
        return EXIT.failed;
      });
    });
  catalogue
    .command('changes')
    .description('what became of each offer, in order; removed ones are kept as such')
    .argument('<feed>', 'id of the feed')
    .option('--after <move>', 'only after this move of the pointer', wholeNumber, 0)
    .option('--limit <moves>', 'at most so many moves', wholeNumber, SHOWN_PUBLICATIONS)
    .action(async (feedId: string, { after, limit }: { readonly after: number; readonly limit: number }) => {
      await onFeed(context, feedId, async ({ region, store }, feed) => {
        const { catalogues } = store.storesFor('import');
        for (const change of await catalogues.readChanges(region.region.id, feed, after, limit)) {
          context.say(`${change.sequence}.${change.index} ${change.kind} ${change.offer}`);
        }
        return EXIT.done;
      });
    });
}
