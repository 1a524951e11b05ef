import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Lease } from '../ports/catalogue-store.ts';
import { hashOffer } from './hash-offer.ts';
import { holdEntries, type ListedEntry } from './held-entries.ts';
import { readCurrentOutline, readPointer } from './import-current.ts';
import { WRITTEN_BY_PARTNER, type PartnerOfferDeps } from './partner-offer-deps.ts';
import { publishCatalogue } from './publish-catalogue.ts';

/** What a change does to one offer of a feed: the offer as it is from now on, or none. */
export type FeedChange = { readonly id: OfferId; readonly offer?: Offer };

/** Why a change was not made: another one is under way, what is stored is damaged, or the feed is imported from a file. */
export type FeedChangeFailure = 'feed-busy' | 'feed-damaged' | 'feed-imported';

const LEASE_MILLISECONDS = 30_000;
const TRIES = 20;
const PAUSE_MILLISECONDS = 100;

/**
 * Changes one offer of a partner's feed and publishes the feed as an import does: versions, catalogue, one move of the
 * pointer. `decide` sees the offer's current entry and how many there are, under the lease, so that of two writers one sees what
 * the other did; a failure of it, or `undefined` for nothing to do, writes nothing. `owner` is unique to the request. Throws
 * StoreUnavailable.
 */
export async function changePartnerFeed<Failure>(
  deps: PartnerOfferDeps,
  about: { readonly feed: FeedId; readonly id: OfferId; readonly owner: string },
  decide: (entry: ListedEntry | undefined, count: number) => Result<FeedChange | undefined, Failure>,
): Promise<Result<void, Failure | FeedChangeFailure>> {
  const lease = await takeLease(deps, about);
  if (!lease.ok) return lease;
  try {
    return await changeUnderLease(deps, { ...about, lease: lease.value }, decide);
  } finally {
    await deps.catalogues
      .releaseLease(deps.inUse.region.id, lease.value)
      // What counts is done or not done; a lease that cannot be given back ends by itself.
      .catch(() => undefined);
  }
}

/** Writers of one feed come one after another; each write takes a fraction of a second. */
async function takeLease(
  { catalogues, clock, wait, inUse }: PartnerOfferDeps,
  { feed, owner }: { readonly feed: FeedId; readonly owner: string },
): Promise<Result<Lease, 'feed-busy'>> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const now = clock();
    const wanted = { owner, now, until: now + LEASE_MILLISECONDS };
    const lease = await catalogues.takeLease(inUse.region.id, feed, wanted);
    if (lease.ok) return lease;
    if (attempt < TRIES) await wait(PAUSE_MILLISECONDS);
  }
  return failed('feed-busy');
}

async function changeUnderLease<Failure>(
  deps: PartnerOfferDeps,
  { feed, id, lease }: { readonly feed: FeedId; readonly id: OfferId; readonly lease: Lease },
  decide: Parameters<typeof changePartnerFeed<Failure>>[2],
): Promise<Result<void, Failure | FeedChangeFailure>> {
  const region = deps.inUse.region.id;
  const pointer = await readPointer(deps.catalogues, region, feed);
  // The next import would take away what was written into the feed of a file.
  if (pointer !== undefined && pointer.source !== WRITTEN_BY_PARTNER) return failed('feed-imported');
  let entry: ListedEntry | undefined;
  const others = holdEntries();
  const current = await readCurrentOutline(deps.catalogues, region, feed, (found) => {
    if (found.offer.id === id) entry = { version: found.version, offer: { id } };
    else others.add(found);
  });
  if (current.pointer !== undefined && current.catalogue === undefined) {
    deps.log('catalogue-damaged', { region, feed });
    return failed('feed-damaged');
  }
  const decided = decide(entry, current.catalogue?.entries.length ?? 0);
  if (!decided.ok) return decided;
  if (decided.value === undefined) return ok(undefined);
  const { offer } = decided.value;
  const published = await publishCatalogue(
    { ...deps, hashOffer },
    {
      region,
      feed,
      lease,
      current,
      offers: offer === undefined ? [] : [offer],
      missing: others.held,
      source: WRITTEN_BY_PARTNER,
      publicHolidays: deps.inUse.region.publicHolidays,
    },
  );
  if (!published.ok) return failed('feed-busy');
  deps.log('partner-feed-changed', { region, feed, sequence: published.value.pointer.sequence });
  return ok(undefined);
}
