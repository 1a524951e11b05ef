import { canonicalJson } from '../domain/canonical-json.ts';
import { parseOfferId, type FeedId, type OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { hasDates, type Supplement, type SupplementFacts } from '../domain/offer/supplement.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { Fault } from '../feeds/supplements/faults.ts';
import { readRows, type StatedFacts } from '../feeds/supplements/read-rows.ts';
import { toRows, type Rows } from '../feeds/supplements/to-rows.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import type { SupplementStore } from '../ports/supplement-store.ts';
import { holdEntries } from './held-entries.ts';
import { readCurrentOutline } from './import-current.ts';
import { textStateOf } from './text-state.ts';

type Deps = {
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readEntries'>;
  readonly supplements: SupplementStore;
};

/** What an uploaded table did: offers that are stated now, offers of which nothing is stated any more, and faults by place. */
export type SupplementImported = {
  readonly stated: number;
  readonly removed: number;
  readonly faults: readonly Fault[];
};

/**
 * Keeps what a provider filled in, for the next import of its feed to lay over it. A row that only says what the feed says
 * itself states nothing. Rows with a fault change nothing, the others count; an offer that is not in the table stays as it
 * is. Throws StoreUnavailable.
 */
export async function importSupplement(
  deps: Deps,
  about: { readonly region: RegionId; readonly feed: FeedId; readonly today: LocalDate },
  rows: Rows,
): Promise<Result<SupplementImported, 'no-catalogue'>> {
  const { region, feed, today } = about;
  const read = readRows(rows);
  const wanted = new Set(read.stated.map(({ id }) => `${feed}:${id}`));
  const named = holdEntries();
  const { catalogue } = await readCurrentOutline(deps.catalogues, region, feed, (entry) => {
    if (wanted.has(entry.offer.id)) named.add(entry);
  });
  if (catalogue === undefined) return failed('no-catalogue');
  const { list, offers } = named.held;
  const current = new Map(list.map(({ offer, version }, index) => [offer.id, { version, index }]));
  const before = new Map(
    (await deps.supplements.readSupplements(region, feed)).map((known) => [known.offer, known]),
  );
  const faults: Fault[] = [...read.faults];
  const put: Supplement[] = [];
  const remove: OfferId[] = [];
  for (const stated of read.stated) {
    const id = parseOfferId(`${feed}:${stated.id}`);
    const entry = id && current.get(id);
    const full =
      id && entry && ((await deps.offers.readVersion(region, id, entry.version)) ?? offers.read(entry.index));
    const found = full && checked(full, stated);
    if (id === undefined || found === undefined) {
      faults.push({ code: 'id-unknown', row: stated.row, column: 'id' });
    } else if ('code' in found) faults.push(found);
    else {
      const facts = ownFacts(stated.facts, found, before.get(id));
      const { textState } = stated;
      if (Object.keys(facts).length > 0) put.push({ offer: id, on: today, textState, facts });
      else if (before.has(id)) remove.push(id);
    }
  }
  const changed = put.filter((next) => !isSame(next, before.get(next.offer)));
  if (changed.length + remove.length > 0)
    await deps.supplements.changeSupplements(region, feed, { put: changed, remove });
  return ok({
    stated: put.length,
    removed: remove.length,
    faults: faults.toSorted((one, other) => one.row - other.row),
  });
}

/** The offer in full, or why what is stated of it cannot be kept. */
function checked(full: Offer, { textState, row, facts }: StatedFacts): Offer | Fault {
  if (textState !== textStateOf(full)) return { code: 'text-changed', row, column: 'textState' };
  const isRefused = facts.times !== undefined && hasDates(full);
  return isRefused ? { code: 'dates-in-feed', row, column: 'days' } : full;
}

/**
 * What the table states beyond what the feed says itself: the prefilled cells of a download state nothing, while what was
 * read from a text was not prefilled and counts when the provider says it.
 */
function ownFacts(facts: SupplementFacts, offer: Offer, before: Supplement | undefined): SupplementFacts {
  const prefilled = readRows(toRows([{ offer, textState: '' }])).stated[0]?.facts ?? {};
  const isOwn = (fact: keyof SupplementFacts) =>
    facts[fact] !== undefined &&
    (before?.facts[fact] !== undefined ||
      canonicalJson({ said: facts[fact] }) !== canonicalJson({ said: prefilled[fact] ?? '' }));
  return {
    ...(facts.times && isOwn('times') && { times: facts.times }),
    ...(facts.childcare && isOwn('childcare') && { childcare: facts.childcare }),
    ...(facts.german && isOwn('german') && { german: facts.german }),
    ...(facts.absence !== undefined && isOwn('absence') && { absence: facts.absence }),
  };
}

/** The same facts for the same text; the day on which they were first stated stays. */
function isSame(next: Supplement, before: Supplement | undefined): boolean {
  return before?.textState === next.textState && canonicalJson(before.facts) === canonicalJson(next.facts);
}
