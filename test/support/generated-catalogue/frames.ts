import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import { parseFeedId, parseOfferId, type FeedId } from '../../../shared/domain/offer/offer-id.ts';
import type { Freshness } from '../../../shared/domain/offer/offer.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { Chance } from '../seeded-chance.ts';
import { repeating } from './repetition.ts';
import { PROVIDER_REPETITION } from './shares.ts';

/** The feeds that generated offers come from. */
export const FEEDS = {
  courses: parseFeedId('generated-courses')!,
  jobs: parseFeedId('generated-jobs')!,
  care: parseFeedId('generated-care')!,
} as const;

/** What all kinds of offers have in common, of which each kind overrides what it states. */
export type OfferFrame = Omit<CatalogueOffer, 'kind' | 'goals' | 'timetable'>;

const DE: readonly string[] = ['de'];
const DE_EN: readonly string[] = ['de', 'en'];
const NO_LINKS = {} as const;
const NO_NEEDS = {} as const;
const NOTHING: readonly never[] = [];

/** Makes the frames of one feed, numbered from 1 with equal width, so that ids ascend; providers repeat. */
export function framesOf(chance: Chance, feed: FeedId, today: LocalDate, digits: number): () => OfferFrame {
  let number = 0;
  let providers = 0;
  const fresh: Freshness = { feed, checked: today };
  const stale: Freshness = { feed, checked: addDays(today, -120) };
  const provider = repeating(chance, PROVIDER_REPETITION, () => {
    providers += 1;
    return { name: `Träger ${String(providers)}` };
  });
  return () => {
    number += 1;
    return {
      id: parseOfferId(`${feed}:${String(number).padStart(digits, '0')}`)!,
      fields: NOTHING,
      title: `Angebot ${String(number)}`,
      provider: provider(),
      places: NOTHING,
      online: false,
      rolling: false,
      needs: NO_NEEDS,
      funding: NOTHING,
      languages: chance() < 0.95 ? DE : DE_EN,
      links: NO_LINKS,
      provenance: NOTHING,
      // Every twentieth was checked more than 90 days ago, so that heeds tell it (assumed).
      freshness: chance() < 0.95 ? fresh : stale,
    };
  };
}
