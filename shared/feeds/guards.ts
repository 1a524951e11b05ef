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

/** What a run found, beside what is current. `current` is empty at the first run. */
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
  if (settings.categories) findings.push(...vanished(before, run.offers));
  return findings;
}

/** The last day on which the offer may be shown is over. */
export function hasEnded(offer: GuardedOffer, today: LocalDate): boolean {
  return offer.freshness.validUntil !== undefined && offer.freshness.validUntil < today;
}

function vanished(before: readonly GuardedOffer[], now: readonly GuardedOffer[]): readonly GuardFinding[] {
  const still = categoriesOf(now);
  return [...categoriesOf(before)]
    .filter((category) => !still.has(category))
    .toSorted()
    .map((category) => ({ code: 'category-vanished', category }));
}

function categoriesOf(offers: readonly GuardedOffer[]): ReadonlySet<OfferKind | Goal> {
  return new Set(offers.flatMap((offer) => [offer.kind, ...offer.goals]));
}
