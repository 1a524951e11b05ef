/** More answers are forgotten all at once, so that a feed of texts that never repeat fills no memory. */
const MOST_ANSWERS = 1000;

/**
 * The same pure function of a text with its answers kept, for texts that many records of a feed share: the hours of a centre,
 * the address of a house. Answers are given to several callers, so nobody may change them.
 */
export function remembered<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = structuredClone(text); // a text cut out of a feed would keep all that it was cut out of
    const found = find(own);
    if (known.size >= MOST_ANSWERS) known.clear();
    known.set(own, found);
    return found;
  };
}
