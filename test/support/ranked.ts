import { leversOn } from '../../shared/domain/matching/fast/levers/levers-ranking.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { readIndex, writeIndex } from '../../shared/domain/matching/match-index/index-file.ts';
import { buildIndex } from '../../shared/domain/matching/match-index/build-index.ts';
import type { MatchIndex } from '../../shared/domain/matching/match-index/match-index.ts';
import { offerIdAt } from '../../shared/domain/matching/match-index/offer-ids.ts';
import { VERDICTS, type MatchResult, type Verdict } from '../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { OfferId } from '../../shared/domain/offer/offer-id.ts';

/** What the ranking itself says of the candidates: their one order, and the verdict of each by its place in it. */
export type Ranked = {
  readonly order: readonly OfferId[];
  readonly verdicts: ReadonlyMap<OfferId, Verdict>;
  readonly rest: Omit<MatchResult, 'matches'>;
  /** The whole answer as text, the matches made out. */
  readonly bytes: string;
};

/** Ranks on `index`, by default one built from the offers in the order given. */
export function ranked(
  { offers, ...asked }: MatchingInput,
  index: MatchIndex = buildIndex(offers, asked.region),
): Ranked {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const { total, slice, ...rest } = rankOffers({
    ...asked,
    levers: asked.levers ? leversOn : undefined,
    index,
    offers: { at: (segment, row) => byId.get(offerIdAt(segment.ids, row))!, withCare: () => offers },
  });
  const matches = slice(0, total);
  const order = matches.map(({ offer }) => offer.id);
  const inOrder = VERDICTS.flatMap((verdict) => Array.from({ length: rest.counts[verdict] }, () => verdict));
  return {
    order,
    verdicts: new Map(order.map((id, at) => [id, inOrder[at]!])),
    rest,
    bytes: JSON.stringify([rest, matches]),
  };
}

/** The index as a process has it that begins from the bytes another has written. */
export function readBack(index: MatchIndex): MatchIndex {
  const read = readIndex(writeIndex(index));
  if (!read.ok) throw new Error(read.failure);
  return read.value;
}
