import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { hsdsAbout, hsdsPage, hsdsService } from '../../../shared/contract/hsds-answer.ts';
import { hsdsQuery } from '../../../shared/contract/hsds-query.ts';
import { LIMITS } from '../../../shared/contract/limits.ts';
import type { HsdsService } from '../../../shared/exports/hsds/hsds-service.ts';
import { listShared, readShared } from '../../../shared/use-cases/share-services.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiContext, ApiEnv } from '../api-env.ts';
import { isUnchanged, PUBLIC_CACHING } from '../conditional.ts';
import { jsonAnswer, problemAnswer } from '../documented-answers.ts';
import { answerFailure } from '../problem.ts';

/** What makes services of offers is read when it is asked for: nobody who asks for a match needs it. */
const exporting = () => import('../../../shared/exports/hsds/to-service.ts');

const FAILURES = {
  406: problemAnswer('not-acceptable'),
  500: problemAnswer('internal-error'),
  503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
};

const aboutRoute = createRoute({
  method: 'get',
  path: '/hsds',
  operationId: 'describeHsds',
  summary: 'Which HSDS this is',
  description: 'Childcare and advice of the region in the form of Open Referral HSDS 3.0, for reading.',
  responses: { 200: jsonAnswer('Version, profile and description.', hsdsAbout), 406: FAILURES[406] },
});

const listRoute = createRoute({
  method: 'get',
  path: '/hsds/services',
  operationId: 'listServices',
  summary: 'Childcare and advice as services of HSDS',
  description:
    'In pages, ascending by an id that does not change. Of places of refuge only name and telephone are given, of childminders no street.',
  request: { query: hsdsQuery },
  responses: {
    200: jsonAnswer('A page of services.', hsdsPage),
    304: { description: 'The page is what the ETag names.' },
    400: problemAnswer('invalid-request'),
    ...FAILURES,
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/hsds/services/{id}',
  operationId: 'readService',
  summary: 'One service of HSDS with all that belongs to it',
  request: { params: z.strictObject({ id: z.string().meta({ description: 'UUID of the service.' }) }) },
  responses: {
    200: jsonAnswer('The service.', hsdsService),
    304: { description: 'The service is what the ETag names.' },
    404: problemAnswer('offer-not-found'),
    ...FAILURES,
  },
});

/** `GET /hsds`, `GET /hsds/services` and `GET /hsds/services/{id}`, those that HSDS 3.0 asks for. */
export function addShareServices(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(aboutRoute, (c) =>
    c.json(
      {
        version: '3.0' as const,
        profile: 'https://docs.openreferral.org/en/3.0/hsds/',
        openapi_url: '/openapi.json',
      },
      200,
    ),
  );

  app.openapi(listRoute, async (c) => {
    const { search, page = 1, per_page: perPage = LIMITS.hsdsPage.usual, ...rest } = c.req.valid('query');
    const listed = await listShared(deps, {
      page,
      perPage,
      ...(search !== undefined && { search }),
      ...(rest.modified_after !== undefined && { changedSince: rest.modified_after }),
    });
    if (!listed.ok) return answerFailure(c, listed.failure);
    const { total, page: offers } = listed.value;
    const { toService } = await exporting();
    const services = offers.map(toService);
    const pages = Math.ceil(total / perPage);
    const answer = {
      total_items: total,
      total_pages: pages,
      page_number: page,
      size: services.length,
      first_page: page === 1,
      last_page: page >= pages,
      empty: services.length === 0,
      contents: rest.full === true ? services : services.map(withoutParts),
    };
    return isKnown(c, deps, answer) ? c.body(null, 304) : c.json(answer, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { serviceIdOf, toService } = await exporting();
    const read = await readShared(deps, (offer) => serviceIdOf(offer.id) === id);
    if (!read.ok) return answerFailure(c, read.failure);
    const answer = toService(read.value);
    return isKnown(c, deps, answer) ? c.body(null, 304) : c.json(answer, 200);
  });
}

/** Names the answer by its digest; whether the caller has it already. */
function isKnown(c: ApiContext, { seal }: ApiDeps, answer: object): boolean {
  const etag = `"${seal.digest(JSON.stringify(answer))}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', PUBLIC_CACHING);
  return isUnchanged(c.req.header('if-none-match'), etag);
}

/** A service in a list has the fields of its own and its organization; what there are many of comes with `full`. */
function withoutParts(service: HsdsService) {
  const {
    phones: _phones,
    languages: _languages,
    cost_options: _cost,
    capacities: _capacities,
    ...rest
  } = service;
  const {
    schedules: _times,
    service_at_locations: _places,
    attributes: _facts,
    additional_urls: _urls,
    ...own
  } = rest;
  return own;
}
