import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { updateSeats } from '../../../shared/use-cases/update-seats.ts';
import { seatsLine } from '../seats-and-say.ts';
import { EXIT, onSystem, type CommandContext } from './command-context.ts';

/** `seats <feed> <file>`: the hourly occupancy file of an adult-education centre. */
export function addSeatsCommand(program: Command, context: CommandContext): void {
  program
    .command('seats')
    .description('set free and total seats from the occupancy file of an Open-vhs feed; nothing else changes')
    .argument('<feed>', 'id of the feed')
    .argument('<file>', 'XML file with guid and numbers of participants')
    .action(async (feedId: string, file: string) => {
      await onSystem(context, async ({ region, store }) => {
        const feed = region.feeds.find(({ id }) => id === feedId);
        if (feed === undefined) {
          context.complain(
            `${feedId} is no feed of this region (${region.feeds.map(({ id }) => id).join(', ')}).`,
          );
          return EXIT.wrongUse;
        }
        const path = resolve(file);
        const fetched = await createFileFeedFetcher(dirname(path))({ file: basename(path) });
        if (!fetched.ok) {
          context.complain(`${file} could not be read (${fetched.failure}): name an existing file.`);
          return EXIT.wrongUse;
        }
        const { bytes } = fetched.value;
        const deps = {
          ...store.storesFor('import'),
          clock: context.clock,
          owner: `seats-${String(process.pid)}`,
        };
        const done = await updateSeats(deps, region.region, feed.id, bytes);
        (done.ok ? context.say : context.complain)(seatsLine(feed.id, done));
        return done.ok ? EXIT.done : EXIT.heldBack;
      });
    });
}
