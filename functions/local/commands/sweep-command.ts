import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { sweepStore } from '../../../shared/use-cases/sweep-store.ts';
import { sweepLine } from '../sweep-and-say.ts';
import { EXIT, onSystem, type CommandContext } from './command-context.ts';

/** `sweep`. */
export function addSweepCommand(program: Command, context: CommandContext): void {
  program
    .command('sweep')
    .description('take away what runs that died have left, and records and originals older than 30 days')
    .action(() =>
      onSystem(context, async ({ region, store }) => {
        const { originals, sweep } = store;
        const owner = `local-cli-${randomUUID()}`;
        const deps = { ...store.storesFor('import'), originals, sweep, clock: context.clock, owner };
        context.say(sweepLine(await sweepStore(deps, region.region.id)));
        return EXIT.done;
      }),
    );
}
