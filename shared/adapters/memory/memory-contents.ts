import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { parseCatalogueId, type Catalogue, type CatalogueId } from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';

/** Catalogues by region, feed and id, see contentName. */
export type MemoryContents = Map<string, Catalogue>;

/** Match indexes by the name of their catalogue. */
export type MemoryIndexes = Map<string, Uint8Array>;

/** The name under which a catalogue lies. */
export function contentName(region: RegionId, feed: FeedId, id: CatalogueId): string {
  return canonicalJson([region, feed, id]);
}

/** The id of a catalogue, the same as every other store gives it. Throws RangeError when entries do not ascend by id. */
export function catalogueIdOf(catalogue: Catalogue): CatalogueId {
  const ids = catalogue.entries.map(({ offer }) => offer.id);
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? ''))) {
    throw new RangeError('entries of a catalogue ascend by id');
  }
  const digest = createHash('sha256').update(canonicalJson(catalogue)).digest('hex');
  const id = parseCatalogueId(digest.slice(0, 32));
  if (id === undefined) throw new Error('a hash is 32 hexadecimal digits');
  return id;
}

/** A copy of a catalogue; throws CatalogueDamaged when it is missing or does not have its hash. */
export function readContent(
  contents: MemoryContents,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Catalogue {
  const content = contents.get(contentName(region, feed, id));
  if (content === undefined) throw new CatalogueDamaged('the content is missing');
  if (catalogueIdOf(content) !== id) throw new CatalogueDamaged('the content does not have its hash');
  return structuredClone(content);
}
