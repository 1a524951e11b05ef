import type { OfferId } from '../domain/offer/offer-id.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { hasEnded } from '../feeds/guards.ts';
import type { CatalogueOutline, EntryOutline } from './catalogue-outline.ts';

/** An offer that is gone stands at least this long. */
const WITHDRAWN_AFTER_MS = 24 * 3_600_000;

/** A complete run: the ids of all offers it saw, those that have ended included, and when it was. */
export type CompleteRun = {
  readonly seen: ReadonlySet<OfferId>;
  readonly now: number;
  readonly today: LocalDate;
};

/**
 * Entries of the current catalogue that a complete run did not see and that stand all the same: an offer is withdrawn when
 * a second run, a day or more after the first, misses it too. What has ended needs no second run.
 */
export function missingOffers(
  before: CatalogueOutline | undefined,
  { seen, now, today }: CompleteRun,
): readonly EntryOutline[] {
  return (before?.entries ?? [])
    .filter((entry) => !seen.has(entry.offer.id) && !hasEnded(entry.offer, today) && !isDue(entry, now))
    .map((entry) => ({ ...entry, missingSince: entry.missingSince ?? now }));
}

/** Whether the next complete run that misses what is missing already would withdraw something. */
export function isWithdrawalDue({ entries }: CatalogueOutline, now: number): boolean {
  return entries.some((entry) => isDue(entry, now));
}

function isDue({ missingSince }: EntryOutline, now: number): boolean {
  return missingSince !== undefined && now - missingSince >= WITHDRAWN_AFTER_MS;
}
