import type { Segment } from './segment.ts';

/** What a match is looked up in: a segment for each feed, ascending by feed. Immutable; holds no offers, only what decides. */
export type MatchIndex = { readonly segments: readonly Segment[] };

/** The index with the segment of one feed replaced or added; the others stay as they are. */
export function withSegment({ segments }: MatchIndex, segment: Segment): MatchIndex {
  const others = segments.filter(({ feed }) => feed !== segment.feed);
  return { segments: [...others, segment].sort((one, other) => (one.feed < other.feed ? -1 : 1)) };
}
