import { createWeb } from '../../functions/web/app.ts';
import type { WebDeps } from '../../functions/web/web-deps.ts';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createMemoryCatalogueStore } from '../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryOfferStore } from '../../shared/adapters/memory/offer-store.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { explainOffer } from '../../shared/domain/matching/match-offers.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import { createMessageLoader } from '../../shared/messages/load-messages.ts';
import { createCurrentOffers } from '../../shared/use-cases/current-offers.ts';
import { recordLog } from './log-matcher.ts';
import { publishOffers } from './api-under-test.ts';
import { rankingOf, type MatchFunction } from './ranking-of.ts';
import { SOME_REGION } from './some-region.ts';

const OURS = 'https://vereinbar.example';

/** A form as a browser sends it: fields by name, several values as a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** The body of a posted form. */
export function formBody(fields: FormFields): string {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of typeof values === 'string' ? [values] : values) body.append(name, value);
  }
  return body.toString();
}

/** What of the pages a test wants otherwise. */
type OwnParts = Pick<Partial<WebDeps>, 'judge'> & { readonly match?: MatchFunction };

/** The pages over stores in memory, the small Berlin with booking classes, and everything they logged. */
export async function webOver(offers: readonly Offer[], own: OwnParts = {}) {
  const clock = () => Date.parse('2025-03-24T12:00:00Z');
  const stores = { catalogues: createMemoryCatalogueStore(), offers: createMemoryOfferStore() };
  if (offers.length > 0) await publishOffers(stores, offers, clock());
  const logged = recordLog();
  const seal = createHmacSeal('a key of the tests');
  const inUse = {
    ...SOME_REGION,
    region: {
      ...SOME_REGION.region,
      bookingPresets: [
        { weeklyHours: 25 as const, from: 450, to: 750 },
        { weeklyHours: 35 as const, from: 450, to: 870 },
        { weeklyHours: 45 as const, from: 450, to: 990 },
      ],
    },
  };
  const currentOffers = createCurrentOffers({
    catalogues: stores.catalogues,
    clock,
    log: logged.log,
    seal,
    inUse,
  });
  const app = createWeb({
    inUse,
    contact: { name: 'Bürgertelefon', phone: '115', mail: 'amt@example.org', page: 'https://example.org' },
    sources: [{ name: 'Kurse', credit: 'Volkshochschule', licence: 'CC BY' }],
    styles: { ltr: { name: 'ltr.css', css: 'a{}' }, rtl: { name: 'rtl.css', css: 'b{}' } },
    messages: createMessageLoader(),
    currentOffers,
    offers: stores.offers,
    match: own.match === undefined ? rankOffers : rankingOf(own.match),
    judge: own.judge ?? explainOffer,
    seal,
    clock,
    log: logged.log,
    newRequestId: () => 'request-1',
  });
  const get = async (path: string) => app.request(path);
  const post = async (path: string, fields: FormFields, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: new URL(OURS).host,
        origin: OURS,
        ...headers,
      },
      body: formBody(fields),
    });
  return { app, get, post, logged };
}
