/** More answers are forgotten all at once, so that texts that never repeat fill no memory. */
const MOST_ANSWERS = 1000;

/**
 * The same pure function of the text of a cell with its answers kept, as the cells of a column mostly repeat: days, hours, words,
 * whole numbers. Where a thousand answers were not asked for again half as often, nothing is kept from then on. Answers are given to several
 * callers, so nobody may change them; texts must not be cut out of a larger one.
 */
export function rememberedCells<Answer extends object | string | number>(
  find: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  let [asked, repeats] = [0, true];
  return (text) => {
    if (!repeats) return find(text);
    asked += 1;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size >= MOST_ANSWERS) {
      repeats = asked > MOST_ANSWERS * 1.5;
      known.clear();
      asked = 0;
    }
    if (repeats) known.set(text, found);
    return found;
  };
}
