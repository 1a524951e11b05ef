import type { Command } from 'commander';
import { regionInUse } from '../../../shared/use-cases/region-in-use.ts';
import { buildApi } from '../build-api.ts';
import { EXIT, onSystem, type CommandContext } from './command-context.ts';
import { setHidden, targetOf } from './hide-command.ts';

/** `offer show | hide | show-again`. */
export function addOfferCommand(program: Command, context: CommandContext): void {
  const offer = program.command('offer').description('look at one offer, hide it, show it again');
  offer
    .command('show')
    .description('the offer in full, as the API gives it')
    .argument('<id>', 'id of the offer, such as vhs-berlin:721370')
    .action(async (id: string) => {
      await onSystem(context, async ({ region, store }) => {
        const { app } = buildApi({
          ...context,
          inUse: regionInUse(region),
          stores: store.storesFor('request'),
        });
        const response = await app.request(`/v1/offers/${encodeURIComponent(id)}`);
        const text = JSON.stringify(await response.json(), undefined, 2);
        if (response.ok) context.say(text);
        else context.complain(response.status === 404 ? `There is no current offer ${id}.` : text);
        return response.ok ? EXIT.done : EXIT.failed;
      });
    });
  offer
    .command('hide')
    .description('hide the offer over any import')
    .argument('<id>')
    .action((id: string) => setHidden(context, targetOf('offer', id), true));
  offer
    .command('show-again')
    .description('show a hidden offer again')
    .argument('<id>')
    .action((id: string) => setHidden(context, targetOf('offer', id), false));
}
