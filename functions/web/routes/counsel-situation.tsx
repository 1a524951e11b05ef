import type { Context, Hono } from 'hono';
import type { Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { dateInWords } from '../../../shared/messages/in-words.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { matchSituation } from '../../../shared/use-cases/match-situation.ts';
import { germanDate } from '../../../shared/use-cases/region-in-use.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { answerNotice } from '../answer-notice.tsx';
import { answerTo, BLANK, parseAnswers, type Answers } from '../answers/answers.ts';
import { dropBlankRows, offerCareRows } from '../answers/change-rows.ts';
import { readAction } from '../answers/form-action.ts';
import type { FormFault } from '../answers/form-fault.ts';
import { readSituation } from '../answers/read-situation.ts';
import { frameOf } from '../frame-of.ts';
import { CounselPage } from '../pages/counsel.page.tsx';
import { ResultPage } from '../pages/result.page.tsx';
import { htmlPage } from '../html-page.ts';
import type { WebDeps } from '../web-deps.ts';
import { MOST_SHOWN, SHOWN_AT_FIRST } from '../views/verdict-group.tsx';
import { counselPath } from '../web-paths.ts';

type Shown = {
  readonly answers: Answers;
  readonly faults?: readonly FormFault[];
  readonly focus?: string;
};

async function showForm(
  c: Context<RestEnv>,
  deps: WebDeps,
  language: Language,
  shown: Shown,
): Promise<Response> {
  const { answers, faults = [], focus } = shown;
  const read = await deps.currentOffers.read();
  const frame = await frameOf(deps, language, read.ok ? read.value : undefined);
  const form = {
    messages: frame.messages,
    answers: offerCareRows(answers),
    faults,
    region: deps.inUse.region,
    ...(focus === undefined ? {} : { focus }),
  };
  return htmlPage(c, <CounselPage frame={frame} form={form} />, faults.length === 0 ? 200 : 422);
}

async function showResult(
  c: Context<RestEnv>,
  deps: WebDeps,
  language: Language,
  asked: {
    readonly answers: Answers;
    readonly situation: Situation;
    readonly opened: readonly Verdict[];
  },
): Promise<Response> {
  const { answers, situation, opened } = asked;
  const found = await matchSituation(deps, {
    situation,
    limitPerVerdict: SHOWN_AT_FIRST,
    opened,
    pageSize: MOST_SHOWN,
    explain: 'shown',
    levers: answerTo(answers, 'levers') !== '',
  });
  if (!found.ok) return answerNotice(c, deps, 'no-offers', 503);
  const { offers } = found.value;
  const frame = await frameOf(deps, language, offers);
  const asOf = deps.inUse.asOf?.date ?? germanDate(offers.publishedAt);
  return htmlPage(
    c,
    <ResultPage
      {...{ frame, answers, situation, opened }}
      found={found.value}
      districts={deps.inUse.region.districts}
      contact={deps.contact}
      asOf={dateInWords(frame.messages, asOf)}
    />,
    200,
  );
}

/** `GET` and `POST /<language>/beratung`: the form, and its answer in place of it. Nothing that was posted is kept. */
export function addCounselPages(app: Hono<RestEnv>, deps: WebDeps, language: Language): void {
  const path = counselPath(language);
  app.get(path, (c) => showForm(c, deps, language, { answers: BLANK }));
  app.post(path, async (c) => {
    const posted = new URLSearchParams(await c.req.text());
    const sent = parseAnswers(posted);
    const action = readAction(posted.get('do') ?? 'match', sent, deps.inUse.region);
    if (action.kind === 'form') {
      const { answers, focus } = action;
      return showForm(c, deps, language, focus === undefined ? { answers } : { answers, focus });
    }
    const answers = dropBlankRows(sent);
    const situation = readSituation(answers, deps.inUse);
    if (!situation.ok) return showForm(c, deps, language, { answers, faults: situation.failure });
    const { opened } = action;
    return showResult(c, deps, language, { answers, situation: situation.value, opened });
  });
  app.all(path, (c) => {
    c.header('Allow', 'GET, HEAD, POST');
    return answerNotice(c, deps, 'method', 405);
  });
}
