import type { RegionId } from '../domain/place/region.ts';
import type { EventLog } from '../ports/event-log.ts';
import { sweepStore, type SweepDeps, type Swept } from './sweep-store.ts';

/**
 * Sweeps a store where nobody watches: one line says how much was taken away, one each names a feed that was left alone. What
 * makes it fail is logged by its name and thrown on, for whoever called to try again.
 */
export async function sweepAndLog(
  deps: SweepDeps & { readonly log: EventLog },
  region: RegionId,
): Promise<Swept> {
  const { log } = deps;
  try {
    const started = deps.clock();
    const swept = await sweepStore(deps, region);
    const { leftAlone, ...counts } = swept;
    for (const feed of leftAlone) log('sweep-left-alone', { region, feed });
    const count = Object.values(counts).reduce((sum, removed) => sum + removed, 0);
    log('store-swept', { region, count, durationMs: deps.clock() - started });
    return swept;
  } catch (error) {
    log('sweep-failed', { region, error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
}
