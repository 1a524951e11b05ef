import { parseFeedId, parseOfferId, type FeedId, type OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import { parseRegionId, type RegionId } from '../../shared/domain/place/region.ts';
import { localDateOf } from '../../shared/domain/time/local-date.ts';

/** The feed of all numbered offers. */
export const FEED: FeedId = parseFeedId('vhs')!;

/** The id of the numbered offer. */
export function numberedId(number: number, feed: FeedId = FEED): OfferId {
  return parseOfferId(`${feed}:${String(number).padStart(6, '0')}`)!;
}

/** A plain German course; another `revision` is another state of it, hence another version. */
export function numberedOffer(number: number, revision = 1, feed: FeedId = FEED): Offer {
  return {
    id: numberedId(number, feed),
    kind: 'course',
    goals: ['german'],
    fields: [],
    title: `Deutsch B1, Kurs ${String(number)}, Stand ${String(revision)}`,
    summary: 'Übungen für den Alltag. '.repeat(1 + (number % 7)),
    provider: { id: 'vhs-mitte', name: 'Volkshochschule Mitte' },
    places: [{ postcode: '10551', point: { lat: 52.53, lon: 13.34 + number / 10_000 }, precision: 'street' }],
    online: false,
    timetable: {
      weekly: [],
      dated: [{ date: localDateOf(2025, 4, 1 + (number % 28)), from: 540, to: 720 }],
      except: [],
      certainty: 'stated',
      complete: true,
      missing: [],
    },
    rolling: false,
    needs: {},
    funding: [],
    languages: ['de'],
    links: {},
    provenance: [],
    freshness: { feed, checked: localDateOf(2025, 3, 25) },
  };
}

/** Offers `first` to `last`, both included. */
export function numberedOffers(first: number, last: number, revision = 1): readonly Offer[] {
  return Array.from({ length: last - first + 1 }, (_, index) => numberedOffer(first + index, revision));
}

let regions = 0;

/** A region nobody else has used in this store. */
export function freshRegion(): RegionId {
  regions += 1;
  return parseRegionId(`region-${String(regions)}`)!;
}
