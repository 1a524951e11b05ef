const SHA256_DIGITS = 64;

/** The SHA-256 of the bytes that the source of a catalogue names, see sourceOf in import-source.ts. */
export function originalOf(source: string): string {
  return source.slice(0, SHA256_DIGITS);
}
