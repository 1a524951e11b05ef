import { StoreUnavailable } from '../../shared/ports/store-failures.ts';
import type { Stores } from './stores.ts';

const WRITES = [
  'writeVersions',
  'writeCatalogue',
  'writeIndex',
  'takeLease',
  'releaseLease',
  'publish',
  'markSeen',
  'writeRun',
  'hide',
  'unhide',
];

/** Stores every call of which fails as in an outage. */
export function unavailableStores(stores: Stores): Stores {
  return intercepted(stores, () => Promise.reject(new StoreUnavailable('the store is down')));
}

/** Stores of a process that dies at its `at`-th write (from 1), before or after the write is done, and stays dead. */
export function dyingStores(
  stores: Stores,
  { at, death }: { readonly at: number; readonly death: 'before' | 'after' },
): { readonly stores: Stores; readonly hasDied: () => boolean } {
  let writes = 0;
  let hasDied = false;
  const dying = intercepted(stores, async (name, call) => {
    if (hasDied) throw new StoreUnavailable('the process is dead');
    if (!WRITES.includes(name)) return await call();
    writes += 1;
    if (writes < at) return await call();
    hasDied = true;
    if (death === 'after') await call();
    throw new StoreUnavailable('the process dies');
  });
  return { stores: dying, hasDied: () => hasDied };
}

/** Stores that count their writes. */
export function countingStores(stores: Stores): { readonly stores: Stores; readonly writes: () => number } {
  let writes = 0;
  const counting = intercepted(stores, (name, call) => {
    if (WRITES.includes(name)) writes += 1;
    return call();
  });
  return { stores: counting, writes: () => writes };
}

type Around = (name: string, call: () => Promise<unknown>) => Promise<unknown>;

function intercepted({ offers, catalogues, runs, supplements }: Stores, around: Around): Stores {
  return {
    offers: interceptedMethods(offers, around),
    catalogues: interceptedMethods(catalogues, around),
    runs: interceptedMethods(runs, around),
    supplements: interceptedMethods(supplements, around),
  };
}

function interceptedMethods<Store extends object>(store: Store, around: Around): Store {
  const methods = Object.entries(store).map(([name, method]) => [
    name,
    (...given: unknown[]) =>
      around(name, () => (method as (...given: unknown[]) => Promise<unknown>)(...given)),
  ]);
  return Object.fromEntries(methods) as Store;
}
