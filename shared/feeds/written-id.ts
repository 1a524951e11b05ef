/**
 * A source's own id with every character an id of an offer cannot have written as `~` and its code point: `Kita/5` is
 * `Kita~2F5`. Two ids stay two.
 */
export function writtenId(id: string): string {
  return id.replaceAll(
    /[^A-Za-z0-9._-]/gu,
    (character) => `~${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
