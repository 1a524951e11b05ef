/** More answers are forgotten all at once, so that texts that never repeat fill no memory. */
const MOST_ANSWERS = 1000;

/** Answers by the text they were found for; callers share them, so nobody may change them. */
export type CellMemory<Answer> = {
  readonly get: (text: string) => Answer | undefined;
  readonly keep: (text: string, answer: Answer) => void;
  readonly forget: () => void;
};

/**
 * An empty memory, as the cells of a column mostly repeat: days, hours, words, whole numbers. Where a thousand answers were
 * not asked for again half as often, it keeps nothing from then on. Texts must not be cut out of a larger one.
 */
export function cellMemory<Answer extends object | string | number>(): CellMemory<Answer> {
  const known = new Map<string, Answer>();
  let [asked, repeats] = [0, true];
  return {
    get: (text) => {
      asked += 1;
      return repeats ? known.get(text) : undefined;
    },
    keep: (text, answer) => {
      if (!repeats) return;
      if (known.size >= MOST_ANSWERS) {
        repeats = asked > MOST_ANSWERS * 1.5;
        known.clear();
        asked = 0;
      }
      known.set(text, answer);
    },
    forget: () => {
      known.clear();
    },
  };
}

/** The same pure function of the text of a cell, which remembers. */
export function rememberedCells<Answer extends object | string | number>(
  find: (text: string) => Answer,
): (text: string) => Answer {
  const { get, keep } = cellMemory<Answer>();
  return (text) => {
    const before = get(text);
    if (before !== undefined) return before;
    const found = find(text);
    keep(text, found);
    return found;
  };
}
