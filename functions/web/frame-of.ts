import type { Language } from '../../shared/messages/language.ts';
import { dateInWords } from '../../shared/messages/in-words.ts';
import type { CurrentOffers } from '../../shared/use-cases/current-offers.ts';
import type { Frame } from './views/page-frame.tsx';
import type { WebDeps } from './web-deps.ts';

/** What stands around a page in a language; `offers` are those it was made from, if any. */
export async function frameOf(
  deps: Pick<WebDeps, 'messages' | 'inUse' | 'styles' | 'sources'>,
  language: Language,
  offers: CurrentOffers | undefined,
): Promise<Frame> {
  const messages = await deps.messages(language);
  const { asOf, region } = deps.inUse;
  return {
    messages,
    styleName: deps.styles.ltr.name,
    regionName: region.name,
    ...(asOf === undefined ? {} : { pinnedTo: dateInWords(messages, asOf.date) }),
    hasSampleData: offers !== undefined && offers.sampleCount > 0,
    isDegraded: offers?.degraded ?? false,
    sources: deps.sources,
  };
}
