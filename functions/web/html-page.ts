import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { RestEnv } from '../rest/request-log.ts';

/** A whole page as answer. */
export async function htmlPage(
  c: Context<RestEnv>,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
  status: 200 | 403 | 404 | 405 | 413 | 415 | 422 | 500 | 503,
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(`<!doctype html>${(await page).toString()}`, status);
}
