import type { CatalogueId } from '../domain/offer/catalogue.ts';
import { parseOfferId, type FeedId, type OfferId } from '../domain/offer/offer-id.ts';
import type { Offer, Seats } from '../domain/offer/offer.ts';
import type { Region, RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { ReadFailure } from '../feeds/feed-format.ts';
import { readOccupancy } from '../feeds/open-vhs/read-occupancy.ts';
import type { Clock } from '../ports/clock.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { fullOffers } from './full-offers.ts';
import { hashOffer } from './hash-offer.ts';
import { holdEntries, holdListed, type ListedEntry } from './held-entries.ts';
import { holdOffers, type HeldOffers } from './held-offers.ts';
import { readCurrentOutline } from './import-current.ts';
import type { ImportCatalogues } from './import-deps.ts';
import { publishCatalogue } from './publish-catalogue.ts';

/** What updating seats needs; `owner` is unique to this run. */
export type UpdateSeatsDeps = {
  readonly offers: OfferStore;
  readonly catalogues: ImportCatalogues;
  readonly clock: Clock;
  readonly owner: string;
};

/** What an occupancy file did. `unknown`: courses the catalogue does not have; `notKnown`: numbers that say nothing. */
export type SeatsUpdated = {
  readonly named: number;
  readonly changed: number;
  readonly unknown: number;
  readonly notKnown: number;
};

/** Why nothing was changed; a file that cannot be read to its end changes nothing. */
export type UpdateSeatsFailure = ReadFailure['code'] | 'no-catalogue' | 'held' | 'lost-lease' | 'moved';

const LEASE_MILLISECONDS = 5 * 60_000;

/**
 * Sets free and total seats of the current offers that an occupancy file names. Nothing else of them changes, no offer comes
 * or goes, one that the feed no longer tells of stays so, and the catalogue stays made from the same file of courses and last
 * seen when it was, so that the next import of that file changes nothing back. Throws StoreUnavailable.
 */
export async function updateSeats(
  deps: UpdateSeatsDeps,
  { id: region, publicHolidays }: Pick<Region, 'id' | 'publicHolidays'>,
  feed: FeedId,
  bytes: Uint8Array,
): Promise<Result<SeatsUpdated, UpdateSeatsFailure>> {
  const read = await readAll(feed, bytes);
  if (!read.ok) return read;
  const now = deps.clock();
  const wanted = { owner: deps.owner, now, until: now + LEASE_MILLISECONDS };
  const lease = await deps.catalogues.takeLease(region, feed, wanted);
  if (!lease.ok) return lease;
  try {
    const { seats, named, notKnown } = read.value;
    const changed: ListedEntry[] = [];
    const others = holdEntries();
    let known = 0;
    const { pointer, catalogue } = await readCurrentOutline(deps.catalogues, region, feed, (entry) => {
      const { id, seats: before } = entry.offer;
      if (seats.has(id)) known += 1;
      if (differs(seats.get(id), before)) changed.push({ version: entry.version, offer: { id } });
      else others.add(entry);
    });
    if (pointer === undefined || catalogue === undefined) return failed('no-catalogue');
    const counts = { named, changed: changed.length, unknown: seats.size - known, notKnown };
    if (counts.changed === 0) return ok(counts);
    const published = await publishCatalogue(
      { ...deps, hashOffer },
      {
        region,
        feed,
        lease: lease.value,
        current: { pointer, catalogue },
        offers: await withSeats(deps, region, { feed, id: pointer.catalogue, changed }, seats),
        missing: others.held,
        ...(pointer.source !== undefined && { source: pointer.source }),
        sameState: true,
        publicHolidays,
      },
    );
    return published.ok ? ok(counts) : published;
  } finally {
    await deps.catalogues.releaseLease(region, lease.value).catch(() => undefined);
  }
}

type Read = {
  readonly seats: ReadonlyMap<OfferId, Seats>;
  readonly named: number;
  readonly notKnown: number;
};

async function readAll(feed: FeedId, bytes: Uint8Array): Promise<Result<Read, ReadFailure['code']>> {
  const seats = new Map<OfferId, Seats>();
  let [named, notKnown] = [0, 0];
  for await (const read of readOccupancy(bytes)) {
    if (!read.ok) return failed(read.failure.code);
    named += 1;
    const id = parseOfferId(`${feed}:${read.value.id ?? ''}`);
    if (id === undefined || read.value.seats === undefined) notKnown += 1;
    else seats.set(id, read.value.seats);
  }
  return ok({ seats, named, notKnown });
}

function differs(now: Seats | undefined, before: Seats | undefined): boolean {
  return now !== undefined && (now.free !== before?.free || now.total !== before?.total);
}

type Changed = {
  readonly feed: FeedId;
  readonly id: CatalogueId;
  readonly changed: readonly ListedEntry[];
};

/** The offers in full; the long text of exactly these versions comes from the store. */
async function withSeats(
  { offers, catalogues }: UpdateSeatsDeps,
  region: RegionId,
  { feed, id, changed }: Changed,
  seats: Read['seats'],
): Promise<HeldOffers> {
  const { held, add } = holdOffers();
  const addWith = (offer: Offer) => {
    const now = seats.get(offer.id);
    add({ ...offer, ...(now && { seats: now }) });
  };
  const without: ListedEntry[] = [];
  for await (const { entry, offer } of fullOffers(offers, region, changed)) {
    if (offer === undefined) without.push(entry);
    else addWith(offer);
  }
  for (const offer of (await holdListed(catalogues, region, { feed, id }, without)).offers) addWith(offer);
  return held;
}
