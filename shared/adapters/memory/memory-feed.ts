import type { OfferChange } from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type {
  CataloguePointer,
  Lease,
  LoggedChange,
  Publication,
  PublicationRecord,
  WantedLease,
} from '../../ports/catalogue-store.ts';

type Move = {
  readonly pointer: CataloguePointer;
  readonly fence: number;
  readonly changes: readonly OfferChange[];
};

/** Pointer, lease and log of one feed; what each method means is said in the port CatalogueStore. */
export type MemoryFeed = {
  readonly region: RegionId;
  readonly currentPointer: () => CataloguePointer | undefined;
  readonly takeLease: (wanted: WantedLease) => Result<Lease, 'held'>;
  readonly releaseLease: (lease: Lease) => void;
  /** What a publication comes to without trying: it was made already, or cannot be; `undefined` = it can. */
  readonly outcomeAlready: (
    lease: Lease,
    publication: Publication,
  ) => Result<CataloguePointer, 'lost-lease' | 'moved'> | undefined;
  readonly movePointer: (lease: Lease, publication: Publication, now: number) => CataloguePointer;
  readonly markSeen: (now: number) => void;
  readonly changesAfter: (after: number, limit: number) => readonly LoggedChange[];
  readonly lastPublications: (limit: number) => readonly PublicationRecord[];
};

/** A feed that nobody has published yet. */
export function createMemoryFeed(region: RegionId, feed: FeedId): MemoryFeed {
  const moves: Move[] = [];
  let held: { readonly owner: string; readonly until: number } | undefined;
  let fence = 0;

  return {
    region,
    currentPointer: () => moves.at(-1)?.pointer,
    takeLease({ owner, now, until, evenIfHeld = false }) {
      const isFree = held === undefined || held.owner === owner || held.until <= now;
      if (!isFree && !evenIfHeld) return failed('held');
      held = { owner, until };
      fence += 1;
      return ok({ feed, owner, until, fence });
    },
    releaseLease(lease) {
      if (held?.owner === lease.owner && fence === lease.fence) held = undefined;
    },
    outcomeAlready(lease, publication) {
      const current = moves.at(-1);
      const isOwnMove =
        current?.fence === lease.fence &&
        current.pointer.sequence === publication.expectedSequence + 1 &&
        current.pointer.catalogue === publication.catalogue;
      if (isOwnMove) return ok(current.pointer);
      if (fence !== lease.fence || held?.owner !== lease.owner) return failed('lost-lease');
      return moves.length === publication.expectedSequence ? undefined : failed('moved');
    },
    movePointer(lease, { catalogue, changes, source, rolledBackFrom, lastSeenAt }, now) {
      const last = moves.at(-1)?.pointer;
      const previous = last?.catalogue === catalogue ? last.previous : last?.catalogue;
      const pointer: CataloguePointer = {
        feed,
        sequence: moves.length + 1,
        catalogue,
        ...(previous === undefined ? {} : { previous }),
        publishedAt: now,
        ...(source === undefined ? {} : { source }),
        lastSeenAt: lastSeenAt ?? now,
        ...(rolledBackFrom === undefined ? {} : { rolledBackFrom }),
      };
      moves.push({ pointer, fence: lease.fence, changes: structuredClone(changes) });
      return pointer;
    },
    markSeen(now) {
      const last = moves.pop();
      if (last === undefined) return;
      const { pointer } = last;
      const isLater = now > pointer.lastSeenAt && pointer.rolledBackFrom === undefined;
      moves.push(isLater ? { ...last, pointer: { ...pointer, lastSeenAt: now } } : last);
    },
    changesAfter: (after, limit) =>
      moves
        .slice(after, after + Math.max(limit, 0))
        .flatMap(({ pointer: { sequence }, changes }) =>
          changes.map((change, index) => ({ ...change, sequence, index })),
        ),
    lastPublications: (limit) =>
      moves
        .slice(-limit)
        .map(({ pointer: { sequence, catalogue, publishedAt, lastSeenAt }, changes }) => ({
          sequence,
          catalogue,
          publishedAt,
          lastSeenAt,
          changes: changes.length,
        }))
        .reverse(),
  };
}
