import type { Hono } from 'hono';
import type { RestEnv } from '../../rest/request-log.ts';
import type { WebDeps } from '../web-deps.ts';
import { stylePath } from '../web-paths.ts';

/** `GET /styles/<name>`: each stylesheet under the name of its content, to be kept for a year. */
export function addStyles(app: Hono<RestEnv>, { styles }: Pick<WebDeps, 'styles'>): void {
  for (const { name, css } of [styles.ltr, styles.rtl]) {
    app.get(stylePath(name), (c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    });
  }
}
