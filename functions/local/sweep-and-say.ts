import { randomUUID } from 'node:crypto';
import type { RegionId } from '../../shared/domain/place/region.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { sweepStore, type Swept } from '../../shared/use-cases/sweep-store.ts';
import type { OpenStore } from './open-store.ts';

/** One line on what a sweep took away. */
export function sweepLine({ version, catalogue, chunk, run, original, leftAlone }: Swept): string {
  const alone = leftAlone.length === 0 ? '' : ` · left alone: ${leftAlone.join(', ')}`;
  return (
    `swept: ${version} versions, ${catalogue} catalogues, ${chunk} chunks, ${run} records of runs, ` +
    `${original} originals${alone}`
  );
}

/** Sweeps the store of this machine and says what was taken away; a store that is out is tried again the next night. */
export async function sweepAndSay(
  deps: {
    readonly store: OpenStore;
    readonly clock: Clock;
    readonly log: EventLog;
    readonly say: (line: string) => void;
  },
  region: RegionId,
): Promise<void> {
  const { store, clock } = deps;
  const { originals, sweep } = store;
  const owner = `local-sweep-${randomUUID()}`;
  await sweepStore({ ...store.storesFor('import'), originals, sweep, clock, owner }, region).then(
    (swept) => {
      deps.say(sweepLine(swept));
    },
    (error: unknown) => {
      deps.log('sweep-failed', { region, error: error instanceof Error ? error.name : 'unknown' });
    },
  );
}
