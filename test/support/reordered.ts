import type { Situation } from '../../shared/domain/situation/situation.ts';

/** The same family with its children in another order; `order[i]` is the old index of the child now at `i`. */
export function reordered(who: Situation, order: readonly number[]): Situation {
  return {
    ...who,
    children: order.map((index) => who.children[index]!),
    helpers: who.helpers.map(({ children, ...helper }) => ({
      ...helper,
      ...(children !== undefined && { children: children.map((index) => order.indexOf(index)) }),
    })),
  };
}
