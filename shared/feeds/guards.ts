import type { Goal, OfferKind } from '../domain/offer/terms.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { GuardSettings } from './feed-settings.ts';
import type { NoticeCode } from './notice-catalogue.ts';

/** As much of an offer as the guards look at. */
export type GuardedOffer = {
  readonly kind: OfferKind;
  readonly goals: readonly Goal[];
  readonly freshness: { readonly validUntil?: LocalDate };
};

/** What a run found, beside what the last good run did; `current` is empty at the first run. */
export type RunToGuard = {
  readonly records: number;
  readonly rejected: number;
  readonly offers: readonly GuardedOffer[];
  readonly current: readonly GuardedOffer[];
  readonly today: LocalDate;
};

/** Why a run must not replace the catalogue. `category` is a kind or goal that vanished. */
export type GuardFinding = {
  readonly code: Extract<
    NoticeCode,
    'feed-empty' | 'feed-shrank' | 'feed-grew' | 'too-many-rejected' | 'category-vanished'
  >;
  readonly category?: OfferKind | Goal;
};

/**
 * Every reason to keep the old catalogue, none = publish. A run without an offer never replaces anything. The other guards
 * hold from `fromRecords` records on, now or before. Offers that have ended since do not count as missing.
 */
export function guardRun(run: RunToGuard, settings: GuardSettings): readonly GuardFinding[] {
  if (run.offers.length === 0) return [{ code: 'feed-empty' }];
  const before = run.current.filter((offer) => !hasEnded(offer, run.today));
  if (Math.max(run.records, before.length) < settings.fromRecords) return [];
  const findings: GuardFinding[] = [];
  if (run.offers.length < before.length * settings.minShare) findings.push({ code: 'feed-shrank' });
  if (before.length > 0 && run.offers.length > before.length * settings.maxGrowth)
    findings.push({ code: 'feed-grew' });
  if (run.rejected > run.records * settings.maxRejectedShare) findings.push({ code: 'too-many-rejected' });
  if (settings.categories) findings.push(...vanished(before, run.offers, settings.fromInCategory));
  return findings;
}

/** The last day on which the offer may be shown is over. */
export function hasEnded(offer: GuardedOffer, today: LocalDate): boolean {
  return offer.freshness.validUntil !== undefined && offer.freshness.validUntil < today;
}

function vanished(
  before: readonly GuardedOffer[],
  now: readonly GuardedOffer[],
  fromInCategory: number,
): readonly GuardFinding[] {
  const still = countByCategory(now);
  return [...countByCategory(before)]
    .filter(([category, count]) => count >= fromInCategory && !still.has(category))
    .map(([category]) => category)
    .toSorted()
    .map((category) => ({ code: 'category-vanished', category }));
}

function countByCategory(offers: readonly GuardedOffer[]): ReadonlyMap<OfferKind | Goal, number> {
  const counts = new Map<OfferKind | Goal, number>();
  for (const category of offers.flatMap((offer) => [offer.kind, ...offer.goals])) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}
