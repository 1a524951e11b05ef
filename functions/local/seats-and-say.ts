import { randomUUID } from 'node:crypto';
import type { Result } from '../../shared/domain/result.ts';
import type { FeedSettings } from '../../shared/feeds/feed-settings.ts';
import { keepingOriginals } from '../../shared/use-cases/keep-original.ts';
import {
  updateSeats,
  type SeatsUpdated,
  type UpdateSeatsFailure,
} from '../../shared/use-cases/update-seats.ts';
import { createLocalFetcher } from './feed-source.ts';
import type { ImportFeedsDeps } from './import-feeds.ts';

/** One line on what an occupancy file did. */
export function seatsLine(
  feed: string,
  done: Result<SeatsUpdated, UpdateSeatsFailure | 'not-fetched'>,
): string {
  if (!done.ok) return `${feed}: seats stay as they are (${done.failure}).`;
  const { named, changed, unknown, notKnown } = done.value;
  return (
    `${feed}: ${String(named)} courses named, seats of ${String(changed)} changed, ` +
    `${String(unknown)} not in the catalogue, ${String(notKnown)} without numbers.`
  );
}

/** Sets seats from the occupancy file that a feed of this machine names; whatever fails is tried again the next hour. */
export async function updateSeatsAndSay(
  deps: Omit<ImportFeedsDeps, 'owner'>,
  { id, occupancy }: Pick<FeedSettings, 'id' | 'occupancy'>,
): Promise<void> {
  if (occupancy === undefined) return;
  const { region, log, say, originals } = deps;
  const about = { region: region.region.id, feed: id };
  const fetchFeed = keepingOriginals(createLocalFetcher(region, log), originals, region.region.id, id);
  try {
    const fetched = await fetchFeed(occupancy.source);
    const own = { ...deps.stores, clock: deps.clock, owner: `local-seats-${randomUUID()}` };
    const done = fetched.ok
      ? await updateSeats(own, region.region, id, fetched.value.bytes)
      : { ok: false as const, failure: 'not-fetched' as const };
    if (done.ok) log('seats-updated', { ...about, count: done.value.changed });
    else log('seats-failed', { ...about, reason: fetched.ok ? done.failure : fetched.failure });
    say(seatsLine(id, done));
  } catch (error) {
    log('seats-failed', { ...about, error: error instanceof Error ? error.name : 'unknown' });
  }
}
