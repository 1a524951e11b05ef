import { PageFrame, type Frame } from '../views/page-frame.tsx';
import { LanguageSwitch } from '../views/language-switch.tsx';
import { counselPath } from '../web-paths.ts';

/** Why a page cannot be shown. */
export type NoticeKind =
  | 'not-found'
  | 'offer-not-found'
  | 'method'
  | 'foreign'
  | 'media-type'
  | 'too-large'
  | 'no-offers'
  | 'failed';

type Props = { readonly frame: Frame; readonly kind: NoticeKind };

/** One sentence on what is the matter and one on what to do, with the way back to the form. */
export const NoticePage = ({ frame, kind }: Props) => {
  const { say, language } = frame.messages;
  return (
    <PageFrame
      frame={frame}
      title={say(`page.notice.${kind}`)}
      inLanguage={(other) => (
        <LanguageSwitch current={language} other={other} keeps="nothing" to={counselPath(other)} />
      )}
    >
      <h1 class="kern-heading-large">{say(`page.notice.${kind}`)}</h1>
      <p class="kern-body">{say(`page.notice.${kind}.cure`)}</p>
      <p class="kern-body">
        <a class="kern-link" href={counselPath(language)}>
          {say('page.to-counsel')}
        </a>
      </p>
    </PageFrame>
  );
};
