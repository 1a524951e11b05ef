import { createPartnerApi } from '../../functions/partner/app.ts';
import { toPartnerContext } from '../../functions/rest/partner-context.ts';
import { createExcelSheetFiles } from '../../shared/adapters/excel/sheet-files.ts';
import { createMemoryPartnerImports } from '../../shared/adapters/memory/partner-imports.ts';
import { createMemoryPartnerQuota } from '../../shared/adapters/memory/partner-quota.ts';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import type { Partner } from '../../shared/domain/partner/partner.ts';
import type { ImportQueue, StagedFeed } from '../../shared/ports/import-queue.ts';
import type { PartnerImports } from '../../shared/ports/partner-imports.ts';
import { recordLog } from './log-matcher.ts';
import { SOME_REGION } from './some-region.ts';
import { memoryStores, type Stores } from './stores.ts';

/** A partner who writes offers of its own. */
export const WRITER: Partner = {
  name: 'Träger der Stadt',
  feed: parseFeedId('traeger')!,
  scopes: ['offers'],
};
/** A provider who states facts beside an imported feed. */
export const PROVIDER: Partner = {
  name: 'Volkshochschule',
  feed: parseFeedId('vhs')!,
  scopes: ['supplements'],
};

/** An offer as a partner sends it, all good; `own` is laid over it. */
export function sentOffer(own: object = {}): Record<string, unknown> {
  return {
    id: 'k-1',
    kind: 'course',
    goals: ['german'],
    title: 'Deutsch am Vormittag',
    provider: { name: 'Träger der Stadt' },
    places: [{ postcode: '12045', city: 'Berlin', point: { lat: 52.485, lon: 13.435 }, precision: 'street' }],
    timetable: {
      weekly: [{ days: ['mo', 'we'], from: '08:30', to: '11:45' }],
      first: '2025-04-07',
      last: '2025-06-25',
      certainty: 'stated',
      complete: true,
    },
    ...own,
  };
}

/** What of a request a test wants; `as`: nobody = the front door has recognised no partner. */
export type Asked = {
  readonly method?: string;
  readonly as?: Partner | 'nobody';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** Where partners write, over stores in memory with a clock that a test moves, and everything it logged and ordered. */
export function partnerApi(
  stores: Stores = memoryStores(),
  own: { readonly announce?: ImportQueue; readonly imports?: PartnerImports } = {},
) {
  const time = { now: Date.parse('2025-03-24T12:00:00Z') };
  const logged = recordLog();
  const ordered: StagedFeed[] = [];
  const { imports = createMemoryPartnerImports() } = own;
  const kept = new Map<string, Uint8Array>();
  let requests = 0;
  const app = createPartnerApi({
    ...stores,
    imports,
    quota: createMemoryPartnerQuota(),
    inUse: SOME_REGION,
    bounds: { south: 52.3, north: 52.7, west: 13, east: 13.8 },
    sheets: () => Promise.resolve(createExcelSheetFiles()),
    mapNames: ['kurse'],
    originals: {
      keep: (_region, feed, { bytes, sha256 }) => {
        kept.set(`${feed}/${sha256}`, bytes);
        return Promise.resolve();
      },
    },
    uploadLinks: ({ feed, sha256, bytes }) =>
      Promise.resolve({
        url: `https://originals.example/${feed}/${sha256}`,
        headers: { 'content-length': String(bytes) },
        until: time.now + 900_000,
      }),
    announce: (staged) => {
      ordered.push(staged);
      return Promise.resolve();
    },
    ...(own.announce && { announce: own.announce }),
    clock: () => time.now,
    wait: () => Promise.resolve(),
    log: logged.log,
    newRequestId: () => `request-${String((requests += 1))}`,
  });
  const ask = async (path: string, { method = 'GET', as = WRITER, headers = {}, body }: Asked = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const env = as === 'nobody' ? {} : { requestContext: { authorizer: toPartnerContext(as) } };
    return app.request(
      path,
      {
        method,
        headers: {
          ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      },
      env,
    );
  };
  return { app, ask, stores, imports, kept, ordered, logged, time };
}
