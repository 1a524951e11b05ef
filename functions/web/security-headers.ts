import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { RestEnv } from '../rest/request-log.ts';

/**
 * Headers of every page: no script at all, styles and forms only of our own, nothing kept, nothing indexed. The referrer
 * goes to ourselves only, by which browsers without Fetch Metadata show that a form is ours; our addresses hold no answers.
 */
export function addSecurityHeaders(): readonly MiddlewareHandler<RestEnv>[] {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: 'max-age=63072000; includeSubDomains; preload',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xFrameOptions: 'DENY',
    xXssProtection: false,
    permissionsPolicy: {
      browsingTopics: [],
      camera: [],
      geolocation: [],
      microphone: [],
      payment: [],
    },
  });
  return [
    secure,
    async (c, next) => {
      await next();
      c.header('X-Robots-Tag', 'noindex');
      if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
    },
  ];
}
