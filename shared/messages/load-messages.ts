import type { Language } from './language.ts';
import type { Messages, MessageTexts } from './messages.ts';

/** Where each language comes from; a bundle keeps them as files of their own, read when asked for. */
const TEXTS: Readonly<Record<Language, () => Promise<MessageTexts>>> = {
  de: async () => (await import('./de.json', { with: { type: 'json' } })).default,
  en: async () => (await import('./en.json', { with: { type: 'json' } })).default,
};

/** Gives the messages of a language. */
export type MessageLoader = (language: Language) => Promise<Messages>;

/** A loader that keeps the language last asked for ready; a language that could not be read is tried again. */
export function createMessageLoader(): MessageLoader {
  let kept: Messages | undefined;
  return async (language) => {
    if (kept?.language === language) return kept;
    // What puts sentences together is read with the first language: many answers have none.
    const [{ createMessages }, texts] = await Promise.all([import('./messages.ts'), TEXTS[language]()]);
    const messages = createMessages(language, texts);
    kept = messages;
    return messages;
  };
}
