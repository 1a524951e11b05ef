import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { ok } from '../../domain/result.ts';
import type { CatalogueStore, HiddenTarget } from '../../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import {
  catalogueIdOf,
  contentName,
  readContent,
  type MemoryContents,
  type MemoryIndexes,
} from './memory-contents.ts';
import { createMemoryFeed, type MemoryFeed } from './memory-feed.ts';

/** Catalogues in the memory of this process, gone with it. What holds them may be handed in to look inside or do damage. */
export function createMemoryCatalogueStore(
  contents: MemoryContents = new Map(),
  indexes: MemoryIndexes = new Map(),
): CatalogueStore {
  const feeds = new Map<string, MemoryFeed>();
  const hidden = new Map<string, { readonly region: RegionId; readonly target: HiddenTarget }>();

  const feedOf = (region: RegionId, feed: FeedId): MemoryFeed => {
    const name = `${region}#${feed}`;
    const known = feeds.get(name) ?? createMemoryFeed(region, feed);
    feeds.set(name, known);
    return known;
  };

  return {
    readPointers: attempt((region) =>
      [...feeds.values()]
        .filter((feed) => feed.region === region)
        .flatMap((feed) => feed.currentPointer() ?? [])
        .sort((one, other) => (one.feed < other.feed ? -1 : 1)),
    ),
    readCatalogue: attempt((region, feed, id) => readContent(contents, region, feed, id)),
    readEntries: attempt((region, feed, id, take) => {
      readContent(contents, region, feed, id).entries.forEach((entry) => {
        take(entry);
      });
    }),
    writeCatalogue: attempt((region, { feed, entries }) => {
      const catalogue = structuredClone({ feed, entries: [...entries] });
      const id = catalogueIdOf(catalogue);
      const name = contentName(region, feed, id);
      contents.set(name, catalogue);
      indexes.delete(name);
      return id;
    }),
    readIndex: attempt((region, feed, id) => indexes.get(contentName(region, feed, id))?.slice()),
    writeIndex: attempt((region, feed, id, index) => {
      const name = contentName(region, feed, id);
      if (!contents.has(name)) throw new CatalogueDamaged('the catalogue of an index was never written');
      indexes.set(name, Uint8Array.from(Buffer.concat(index)));
    }),
    takeLease: attempt((region, feed, wanted) => feedOf(region, feed).takeLease(wanted)),
    releaseLease: attempt((region, lease) => {
      feedOf(region, lease.feed).releaseLease(lease);
    }),
    publish: attempt((region, lease, publication, now) => {
      const feed = feedOf(region, lease.feed);
      const before = feed.outcomeAlready(lease, publication);
      if (before !== undefined) return before;
      if (!contents.has(contentName(region, lease.feed, publication.catalogue))) {
        throw new CatalogueDamaged('the catalogue to publish was never written');
      }
      return ok(feed.movePointer(lease, publication, now));
    }),
    markSeen: attempt((region, feed, now) => {
      feedOf(region, feed).markSeen(now);
    }),
    readChanges: attempt((region, feed, after, limit) => feedOf(region, feed).changesAfter(after, limit)),
    readPublications: attempt((region, feed, limit) => feedOf(region, feed).lastPublications(limit)),
    hide: attempt((region, target) => {
      hidden.set(`${region}#${target.kind}#${target.id}`, { region, target });
    }),
    unhide: attempt((region, target) => {
      hidden.delete(`${region}#${target.kind}#${target.id}`);
    }),
    readHidden: attempt((region) =>
      [...hidden.entries()]
        .filter(([, entry]) => entry.region === region)
        .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
        .map(([, { target }]) => target),
    ),
  };
}

/** The same as a promise, so that what it throws becomes a rejection. */
function attempt<Arguments extends readonly unknown[], Value>(
  act: (...given: Arguments) => Value,
): (...given: Arguments) => Promise<Value> {
  return (...given) =>
    new Promise((resolve) => {
      resolve(act(...given));
    });
}
