import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { MatchResult } from '../../../shared/domain/matching/match-result.ts';
import { buildIndex, type MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';

/** What the benchmarks ask of the fast matcher. What is absent is not measured. */
export type FastMatcher = {
  readonly build: (offers: readonly CatalogueOffer[], region: Region) => MatchIndex;
  readonly match?: (index: MatchIndex, input: MatchingInput) => MatchResult;
  /** How many offers hold by the definition of `shared-part/plain-scan.ts`. */
  readonly sharedPart?: (index: MatchIndex, input: MatchingInput) => number;
  readonly write?: (index: MatchIndex) => Uint8Array;
  /** Throws where the bytes are refused. */
  readonly read?: (bytes: Uint8Array) => MatchIndex;
};

/** The fast matcher as it is now. */
export const FAST_MATCHER: FastMatcher = { build: buildIndex };
