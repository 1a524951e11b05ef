import { canonicalJson } from '../../canonical-json.ts';
import type { Situation } from '../../situation/situation.ts';

const known = new WeakMap<Situation, readonly number[]>();

/**
 * Where each child stands, by what was said of it and of helpers for it and not by its index: what is left undecided between
 * two children must not hang on who was named first. Children of whom the same was said share a rank.
 */
export function ranksOf(situation: Situation): readonly number[] {
  const ranks = known.get(situation) ?? reckon(situation);
  known.set(situation, ranks);
  return ranks;
}

function reckon({ children, helpers }: Situation): readonly number[] {
  const texts = children.map((child, index) =>
    canonicalJson({
      child,
      helpers: helpers
        .filter((helper) => helper.children === undefined || helper.children.includes(index))
        .map(({ hours, every }) => canonicalJson({ hours, every }))
        .sort(),
    }),
  );
  const ascending = [...texts].sort();
  return texts.map((text) => ascending.indexOf(text));
}
