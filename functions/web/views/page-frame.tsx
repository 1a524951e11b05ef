import type { Child } from 'hono/jsx';
import { LANGUAGES, type Language } from '../../../shared/messages/language.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { SourceCredit } from '../web-deps.ts';
import { stylePath } from '../web-paths.ts';

/** What stands around every page. */
export type Frame = {
  readonly messages: Messages;
  readonly styleName: string;
  readonly regionName: string;
  /** The day the region stands still at, in words; absent where it runs on the clock. */
  readonly pinnedTo?: string;
  readonly hasSampleData: boolean;
  /** The last good offers are served because the store cannot be read. */
  readonly isDegraded: boolean;
  readonly sources: readonly SourceCredit[];
};

type Props = {
  readonly frame: Frame;
  readonly title: string;
  /** How the same page is reached in another language: an address, or a button of a form that keeps the answers. */
  readonly inLanguage: (language: Language) => Child;
  readonly children?: Child;
};

const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };

/** The name of a language in itself. */
export function nameOfLanguage(language: Language): string {
  return NAMES[language];
}

const Notices = ({ frame }: { readonly frame: Frame }) => {
  const { messages, pinnedTo, hasSampleData, isDegraded } = frame;
  const lines = [
    ...(pinnedTo === undefined ? [] : [messages.say('page.pinned', { date: pinnedTo })]),
    ...(hasSampleData ? [messages.say('page.sample')] : []),
    ...(isDegraded ? [messages.say('page.degraded')] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div class="v-notice">
      {lines.map((line) => (
        <p class="kern-body kern-body--small">{line}</p>
      ))}
    </div>
  );
};

/** A whole page: head, skip link, notices on the data, content, languages, sources. */
export const PageFrame = ({ frame, title, inLanguage, children }: Props) => {
  const { messages, styleName, regionName, sources } = frame;
  const { say, language } = messages;
  return (
    <html lang={language} dir="ltr" data-kern-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Vereinbar`}</title>
        <link rel="stylesheet" href={stylePath(styleName)} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="kern-link v-skip" href="#inhalt">
          {say('page.skip')}
        </a>
        <header class="v-head">
          <p class="kern-title">{say('page.service', { region: regionName })}</p>
        </header>
        <main id="inhalt" class="v-main">
          <Notices frame={frame} />
          {children}
        </main>
        <footer class="v-foot">
          <nav aria-label={say('page.languages')}>
            <ul class="v-inline">
              {LANGUAGES.map((other) => (
                <li lang={other}>{inLanguage(other)}</li>
              ))}
            </ul>
          </nav>
          <p class="kern-body kern-body--small">{say('page.privacy')}</p>
          <details class="kern-accordion">
            <summary class="kern-accordion__header">
              <span class="kern-title">{say('page.sources')}</span>
            </summary>
            <ul class="kern-list kern-accordion__body">
              {sources.map(({ name, credit, licence }) => (
                <li class="kern-body kern-body--small">
                  <bdi lang="de">{`${name}: ${credit} (${licence})`}</bdi>
                </li>
              ))}
            </ul>
          </details>
        </footer>
      </body>
    </html>
  );
};
