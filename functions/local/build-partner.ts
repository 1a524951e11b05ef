import { randomUUID } from 'node:crypto';
import { createHmacSeal } from '../../shared/adapters/crypto/hmac-seal.ts';
import { createKeyTexts } from '../../shared/adapters/crypto/key-texts.ts';
import { createExcelSheetFiles } from '../../shared/adapters/excel/sheet-files.ts';
import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import type { Stage } from '../../shared/config/names.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { ImportQueue } from '../../shared/ports/import-queue.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import type { UploadLinks } from '../../shared/ports/upload-links.ts';
import { regionInUse } from '../../shared/use-cases/region-in-use.ts';
import { createAuthorizer } from '../authorizer/app.ts';
import { createPartnerApi } from '../partner/app.ts';
import { createRestHandler, type RestHandler } from '../rest/rest-handler.ts';
import type { PartnerStores, Stores } from './open-store.ts';
import { createPartnerDoor } from './partner-door.ts';

/** Seals keys of this machine, which open nothing elsewhere; fixed, so that a key is good after a new start. */
export const LOCAL_KEY_PEPPER = 'keys of a local system';

/** What partners write on this machine, behind the same authorizer as in an account. */
export function buildPartner(deps: {
  readonly region: LoadedRegion;
  readonly stage: Stage;
  readonly stores: Stores & PartnerStores;
  readonly originals: Pick<OriginalStore, 'keep'>;
  readonly uploadLinks: UploadLinks;
  readonly announce: ImportQueue;
  readonly clock: Clock;
  readonly log: EventLog;
}): RestHandler {
  const { region, stage, stores, originals, uploadLinks, announce, clock, log } = deps;
  const authorizer = createAuthorizer({
    keys: stores.keys,
    texts: createKeyTexts(stage),
    seal: createHmacSeal(LOCAL_KEY_PEPPER),
    clock,
    region: region.region.id,
    log,
  });
  const app = createPartnerApi({
    ...stores,
    inUse: regionInUse(region),
    bounds: region.profile.boundingBox,
    mapNames: [...region.maps.keys()],
    originals,
    uploadLinks,
    announce,
    sheets: () => Promise.resolve(createExcelSheetFiles()),
    clock,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    log,
    newRequestId: randomUUID,
  });
  return createPartnerDoor(authorizer, createRestHandler(app));
}
