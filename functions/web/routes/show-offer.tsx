import type { Context, Hono } from 'hono';
import type { Language } from '../../../shared/messages/language.ts';
import { explainOffer } from '../../../shared/use-cases/explain-offer.ts';
import { readOffer } from '../../../shared/use-cases/read-offer.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { answerNotice } from '../answer-notice.tsx';
import { parseAnswers } from '../answers/answers.ts';
import { dropBlankRows } from '../answers/change-rows.ts';
import { readSituation } from '../answers/read-situation.ts';
import { frameOf } from '../frame-of.ts';
import { htmlPage } from '../html-page.ts';
import { OfferPage, type Explained } from '../pages/offer.page.tsx';
import type { WebDeps } from '../web-deps.ts';

async function showOffer(
  c: Context<RestEnv>,
  deps: WebDeps,
  language: Language,
  asked: { readonly id: string; readonly explained?: Explained },
): Promise<Response> {
  const offer = await readOffer(deps, { offer: asked.id });
  if (!offer.ok) {
    return offer.failure === 'offer-not-found'
      ? answerNotice(c, deps, 'offer-not-found', 404)
      : answerNotice(c, deps, 'no-offers', 503);
  }
  const current = await deps.currentOffers.read();
  const frame = await frameOf(deps, language, current.ok ? current.value : undefined);
  const { explained } = asked;
  return htmlPage(
    c,
    <OfferPage
      frame={frame}
      offer={offer.value}
      districts={deps.inUse.region.districts}
      {...(explained === undefined ? {} : { explained })}
    />,
    200,
  );
}

/**
 * `GET /<language>/angebote/<id>`: one offer. `POST` with the answers of the form: also how it fits; answers that say
 * nothing usable show the offer alone.
 */
export function addOfferPages(app: Hono<RestEnv>, deps: WebDeps, language: Language): void {
  const path = `/${language}/angebote/:id` as const;
  app.get(path, (c) => showOffer(c, deps, language, { id: c.req.param('id') }));
  app.post(path, async (c) => {
    const id = c.req.param('id');
    const answers = dropBlankRows(parseAnswers(new URLSearchParams(await c.req.text())));
    const situation = readSituation(answers, deps.inUse);
    if (!situation.ok) return showOffer(c, deps, language, { id });
    const explained = await explainOffer(deps, { situation: situation.value, offer: id });
    if (!explained.ok) return showOffer(c, deps, language, { id });
    const { match, leftOut } = explained.value;
    return showOffer(c, deps, language, {
      id,
      explained: {
        answers,
        situation: situation.value,
        match,
        ...(leftOut === undefined ? {} : { leftOut }),
      },
    });
  });
  app.all(path, (c) => {
    c.header('Allow', 'GET, HEAD, POST');
    return answerNotice(c, deps, 'method', 405);
  });
}
