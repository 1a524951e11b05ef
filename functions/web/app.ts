import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { logRequest, type RestEnv } from '../rest/request-log.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { isFromOurPages } from './same-origin.ts';
import { answerNotice } from './answer-notice.tsx';
import { addCounselPages } from './routes/counsel-situation.tsx';
import { addOfferPages } from './routes/show-offer.tsx';
import { addStyles } from './routes/serve-styles.ts';
import type { WebDeps } from './web-deps.ts';
import { counselPath } from './web-paths.ts';

const MOST_BODY_BYTES = 32 * 1024;
const FORM = /^application\/x-www-form-urlencoded *(;|$)/i;

/** The pages as a pure function of what they depend on; the same object runs in a Lambda, locally and in tests. */
export function createWeb(deps: WebDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  app.use(logRequest(deps), ...addSecurityHeaders());
  app.use(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    if (!isFromOurPages(c)) return answerNotice(c, deps, 'foreign', 403);
    if (!FORM.test(c.req.header('content-type') ?? '')) return answerNotice(c, deps, 'media-type', 415);
    return next();
  });
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: (c: Context<RestEnv>) => answerNotice(c, deps, 'too-large', 413),
    }),
  );
  app.get('/', (c) => c.redirect(counselPath('de'), 302));
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  for (const language of LANGUAGES) {
    app.get(`/${language}`, (c) => c.redirect(counselPath(language), 302));
    addCounselPages(app, deps, language);
    addOfferPages(app, deps, language);
  }
  addStyles(app, deps);
  app.notFound((c) => answerNotice(c, deps, 'not-found', 404));
  app.onError((error, c) => {
    deps.log('request-failed', { requestId: c.get('requestId'), error: error.name });
    return answerNotice(c, deps, 'failed', 500);
  });
  return app;
}
