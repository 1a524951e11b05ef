import type { Region } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FetchFailure } from '../ports/feed-fetcher.ts';
import type { StagedFeed } from '../ports/import-queue.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import {
  updateSeats,
  type SeatsUpdated,
  type UpdateSeatsDeps,
  type UpdateSeatsFailure,
} from './update-seats.ts';

/** What updating seats from a kept original needs. */
export type UpdateStagedSeatsDeps = UpdateSeatsDeps & {
  readonly originals: Pick<OriginalStore, 'read'>;
  readonly log: EventLog;
};

/** Reasons that lie in another run, not in the file: the same order can succeed later. */
const OTHER_RUN = ['held', 'lost-lease', 'moved'] as const;

/**
 * Sets the seats of a feed from the original of its occupancy file and says in one line how it ended. `again`: another run
 * was in the way. Throws StoreUnavailable.
 */
export async function updateStagedSeats(
  deps: UpdateStagedSeatsDeps,
  region: Pick<Region, 'id' | 'publicHolidays'>,
  { feed, sha256 }: Pick<StagedFeed, 'feed' | 'sha256'>,
): Promise<Result<SeatsUpdated, 'again' | FetchFailure | UpdateSeatsFailure>> {
  const original = await deps.originals.read(region.id, feed, sha256);
  const updated = original.ok ? await updateSeats(deps, region, feed, original.value.bytes) : original;
  if (updated.ok) {
    deps.log('seats-updated', { region: region.id, feed, count: updated.value.changed });
    return ok(updated.value);
  }
  const isOtherRun = OTHER_RUN.some((reason) => reason === updated.failure);
  deps.log(isOtherRun ? 'import-skipped' : 'seats-failed', {
    region: region.id,
    feed,
    reason: updated.failure,
  });
  return failed(isOtherRun ? 'again' : updated.failure);
}
