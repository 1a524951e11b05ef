/** Languages with a file of messages, as BCP 47 codes; the first is the default and the measure of all others. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whose rules numbers, dates and lists follow. */
export const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** The language for a BCP 47 tag, by its first part (`de-AT` = `de`); the default for none and for those we lack. */
export function languageFor(tag: string | undefined): Language {
  const asked = tag?.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === asked) ?? LANGUAGES[0];
}
