import type { Context } from 'hono';
import { LANGUAGES } from '../../shared/messages/language.ts';
import type { RestEnv } from '../rest/request-log.ts';
import { frameOf } from './frame-of.ts';
import { htmlPage } from './html-page.ts';
import { NoticePage, type NoticeKind } from './pages/notice.page.tsx';
import type { WebDeps } from './web-deps.ts';

type Status = 403 | 404 | 405 | 413 | 415 | 500 | 503;

/** Seconds after which it is worth trying again when there is nothing to answer from. */
const RETRY_AFTER_SECONDS = '5';

/** Answers with a page that says what is the matter and what to do, in the language of the path. */
export async function answerNotice(
  c: Context<RestEnv>,
  deps: WebDeps,
  kind: NoticeKind,
  status: Status,
): Promise<Response> {
  const first = c.req.path.split('/')[1];
  const language = LANGUAGES.find((known) => known === first) ?? LANGUAGES[0];
  const frame = await frameOf(deps, language, undefined);
  if (status === 503) c.header('Retry-After', RETRY_AFTER_SECONDS);
  return htmlPage(c, <NoticePage frame={frame} kind={kind} />, status);
}
