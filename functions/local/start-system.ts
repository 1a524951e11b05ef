import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { SETTING_NAMES } from '../../shared/config/names.ts';
import type { LocalSettings } from '../../shared/config/read.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { formatLocalDate } from '../../shared/domain/time/local-date.ts';
import { WEEKDAY_NAMES, weekdayOf } from '../../shared/domain/time/weekday.ts';
import type { FeedSettings } from '../../shared/feeds/feed-settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { fetchChanges } from '../../shared/use-cases/fetch-changes.ts';
import { planFetch } from '../../shared/use-cases/plan-fetch.ts';
import { germanDate, regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { buildApi } from './build-api.ts';
import { buildPartner, LOCAL_KEY_PEPPER } from './build-partner.ts';
import { buildWeb, joinHandlers } from './build-web.ts';
import { nextDaily, nextHourly, startTimers } from './feed-timer.ts';
import { createLocalFetcher } from './feed-source.ts';
import { importFeeds, type ImportFeedsDeps } from './import-feeds.ts';
import { createLocalQueue } from './local-queue.ts';
import { openRegion } from './open-region.ts';
import { openStore } from './open-store.ts';
import { updateSeatsAndSay } from './seats-and-say.ts';
import { startRestServer } from './rest-server.ts';
import { sweepAndSay } from './sweep-and-say.ts';
import { createUploadDoor } from './upload-door.ts';

/** The running system. `imported` resolves when the first imports have ended, however they ended. */
export type LocalSystem = {
  readonly port: number;
  readonly imported: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** After the imports of the night. */
const SWEPT_AT = 4 * 60 + 45;

type Deps = {
  readonly settings: LocalSettings;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Prints a line for a person. */
  readonly say: (line: string) => void;
};

/** On the days on which a feed is not fetched as a whole, only what has changed in it is. */
async function onDayOf(importing: ImportFeedsDeps, { id, wholeOn }: FeedSettings): Promise<ImportFeedsDeps> {
  const { region, clock, log, stores } = importing;
  const today = WEEKDAY_NAMES[weekdayOf(germanDate(clock()))];
  if (wholeOn === undefined || wholeOn === today) return importing;
  const fetchFeed = createLocalFetcher(region, log);
  const plan = await planFetch({ catalogues: stores.catalogues, clock }, region.region.id, id);
  if (!('since' in plan)) return importing;
  return { ...importing, fetchFeed: (source) => fetchChanges(fetchFeed, source, plan.since) };
}

function portSentence(port: number, failure: 'port-in-use' | 'port-refused'): string {
  const what = failure === 'port-in-use' ? 'is in use' : 'may not be used';
  return `Port ${port} ${what}: set ${SETTING_NAMES.port} to another one or stop what listens there.`;
}

/** Starts store, pages, API and imports; both answer at once, with 503 until there is a first catalogue. */
export async function startSystem(deps: Deps): Promise<Result<LocalSystem, string>> {
  const { settings, clock, log, say } = deps;
  const opened = await openRegion(settings);
  if (!opened.ok) return opened;
  const region = opened.value;
  const inUse = regionInUse(region);
  const store = await openStore({ settings, log }, { besideService: false });
  if (!store.ok) return store;

  const stores = store.value.storesFor('request');
  const awaited = new Set(region.feeds.map(({ id }) => id));
  const { app, currentOffers } = buildApi({ inUse, stores, clock, log, awaitedFeeds: () => [...awaited] });
  const web = await buildWeb({ region, stores, currentOffers, clock, log });
  const importing = {
    region,
    stores: store.value.storesFor('import'),
    originals: store.value.originals,
    clock,
    log,
    owner: 'local-service',
    say,
  };
  const refresh = () => currentOffers.refresh();
  const queue = createLocalQueue({ ...importing, imports: store.value.partnerStores.imports }, refresh);
  let port = settings.port;
  const uploads = createUploadDoor({
    originals: store.value.originals,
    seal: createHmacSeal(LOCAL_KEY_PEPPER),
    clock,
    address: () => `http://127.0.0.1:${String(port)}`,
  });
  const partner = buildPartner({
    region,
    stage: settings.stage,
    stores: { ...stores, ...store.value.partnerStores },
    originals: store.value.originals,
    uploadLinks: uploads.links,
    announce: queue.announce,
    clock,
    log,
  });
  const handler = joinHandlers({ web, partner, api: createRestHandler(app) });
  const server = await startRestServer({ handler, clock, log, beside: uploads.take }, settings.port);
  if (!server.ok) {
    await store.value.stop();
    return failed(portSentence(settings.port, server.failure));
  }
  port = server.value.port;

  const sayReady = async () => {
    const read = await currentOffers.read();
    const offers = read.ok ? `${read.value.offers.length} offers` : 'no offers yet';
    const hasSample = read.ok && read.value.sampleCount > 0;
    const parts = [
      `Vereinbar is ready: http://127.0.0.1:${server.value.port}`,
      `region ${inUse.region.name}`,
      inUse.asOf === undefined ? 'date of today' : `stands still at ${formatLocalDate(inUse.asOf.date)}`,
      offers,
      ...(hasSample ? ['contains sample data (enthält Beispieldaten)'] : []),
    ];
    say(parts.join(' · '));
  };
  const importFirst = async () => {
    for (const feed of region.feeds) {
      await importFeeds(importing, [feed], refresh);
      awaited.delete(feed.id); // imported or not: what there is of it is there
    }
  };
  const imported = importFirst().then(sayReady);
  const timers = startTimers({ clock }, [
    ...region.feeds.flatMap((feed) => {
      const { schedule, occupancy } = feed;
      const daily = schedule !== undefined && {
        next: (now: number) => nextDaily(now, schedule),
        run: async () => importFeeds(await onDayOf(importing, feed), [feed], refresh),
      };
      const hourly = occupancy !== undefined && {
        next: (now: number) => nextHourly(now, occupancy.minute),
        run: () => updateSeatsAndSay(importing, feed),
      };
      return [daily, hourly].filter((task) => task !== false);
    }),
    {
      next: (now) => nextDaily(now, SWEPT_AT),
      run: () => sweepAndSay({ store: store.value, clock, log, say }, region.region.id),
    },
  ]);
  return ok({
    port: server.value.port,
    imported,
    stop: async () => {
      timers.stop();
      await server.value.stop();
      await queue.idle();
      await store.value.stop();
    },
  });
}
