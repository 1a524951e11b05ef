import type { Offer } from '../../domain/offer/offer.ts';
import type { Notice } from '../notice.ts';
import type { Node } from './node.ts';

/** What a type of thing adds to the fields that all things have. */
export type ThingFacts = {
  readonly facts: Pick<Offer, 'kind'> & Partial<Offer>;
  readonly provider: Node | undefined;
  readonly validUntil?: Offer['freshness']['validUntil'];
  readonly notices: readonly Notice[];
};
