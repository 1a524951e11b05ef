/** The number of a text among those known, to which it is added if it is new: from 0 in the order in which different ones came. */
export function numberOfText(known: Map<string, number>, text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  known.set(text, known.size);
  return known.size - 1;
}
