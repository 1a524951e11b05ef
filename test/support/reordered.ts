import fc from 'fast-check';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Situation } from '../../shared/domain/situation/situation.ts';

/** The same family with its children in another order; `order[i]` is the old index of the child now at `i`. */
function reordered(who: Situation, order: readonly number[]): Situation {
  return {
    ...who,
    children: order.map((index) => who.children[index]!),
    helpers: who.helpers.map(({ children, ...helper }) => ({
      ...helper,
      ...(children !== undefined && { children: children.map((index) => order.indexOf(index)) }),
    })),
  };
}

/** What is asked for several children, and the same with these in any order. */
export function withAnyOrder(
  inputs: fc.Arbitrary<MatchingInput>,
): fc.Arbitrary<readonly [asked: MatchingInput, reordered: MatchingInput]> {
  return inputs
    .filter(({ situation }) => situation.children.length > 1)
    .chain((input) => {
      const indexes = input.situation.children.map((_child, index) => index);
      return fc
        .shuffledSubarray(indexes, { minLength: indexes.length })
        .map((order) => [input, { ...input, situation: reordered(input.situation, order) }] as const);
    });
}
