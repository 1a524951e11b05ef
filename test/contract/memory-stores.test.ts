import { beforeEach } from 'vitest';
import { createMemoryPartnerImports } from '../../shared/adapters/memory/partner-imports.ts';
import { createMemoryPartnerQuota } from '../../shared/adapters/memory/partner-quota.ts';
import { createMemoryPartnerKeys } from '../../shared/adapters/memory/partner-keys.ts';
import { contentName } from '../../shared/adapters/memory/memory-contents.ts';
import { FEED } from '../support/numbered-offers.ts';
import { memoryStores } from '../support/stores.ts';
import { catalogueStoreContract } from './catalogue-store.contract.ts';
import { importRunsContract } from './import-runs.contract.ts';
import { offerStoreContract } from './offer-store.contract.ts';
import {
  partnerImportsContract,
  partnerKeysContract,
  partnerQuotaContract,
} from './partner-stores.contract.ts';
import { supplementStoreContract } from './supplement-store.contract.ts';

let stores = memoryStores();
beforeEach(() => {
  stores = memoryStores();
});

offerStoreContract('memory', () => stores.offers);
importRunsContract('memory', () => stores.runs);
partnerKeysContract('memory', createMemoryPartnerKeys);
partnerImportsContract('memory', createMemoryPartnerImports);
partnerQuotaContract('memory', createMemoryPartnerQuota);
supplementStoreContract('memory', () => stores.supplements);
catalogueStoreContract('memory', () => ({
  catalogues: stores.catalogues,
  removeContent: (region, id) => {
    stores.contents.delete(contentName(region, FEED, id));
    return Promise.resolve();
  },
  alterContent: (region, id) => {
    const name = contentName(region, FEED, id);
    const content = stores.contents.get(name)!;
    stores.contents.set(name, { ...content, entries: content.entries.slice(1) });
    return Promise.resolve();
  },
}));
