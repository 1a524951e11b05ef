import { changesBetween } from '../domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../domain/offer/catalogue.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { readCurrent } from './import-current.ts';
import { importFeed } from './import-feed.ts';
import type { ImportReport } from './import-report.ts';

/** A catalogue store of its own and empty, in which an import may be tried. */
export type Rehearsal = Pick<ImportDeps, 'offers' | 'runs'> & { readonly catalogues: CatalogueStore };

type Copied = Pick<CataloguePointer, 'source' | 'lastSeenAt' | 'rolledBackFrom'> & {
  readonly owner: string;
  readonly now: number;
};

/**
 * What an import would do, without doing it: what is current is copied into `rehearsal`, and the very same import runs
 * there. Nothing but the two reads reaches the real catalogues. Throws StoreUnavailable.
 */
export async function previewImport(
  deps: Omit<ImportDeps, 'offers' | 'runs' | 'catalogues'> & {
    readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue'>;
    readonly rehearsal: Rehearsal;
  },
  input: ImportInput,
): Promise<ImportReport> {
  const { rehearsal, clock, owner } = deps;
  const { region, feed } = input;
  const { pointer, catalogue } = await readCurrent(deps.catalogues, region.id, feed.id);
  if (pointer !== undefined && catalogue !== undefined) {
    await copyInto(rehearsal, input, catalogue, { owner, now: clock(), ...pointer });
  }
  const report = await importFeed({ ...deps, ...rehearsal }, input);
  const { current: _current, ...found } = report;
  return found;
}

async function copyInto(
  { catalogues }: Rehearsal,
  { region, feed }: ImportInput,
  catalogue: Catalogue,
  { owner, now, source, lastSeenAt, rolledBackFrom }: Copied,
): Promise<void> {
  const lease = await catalogues.takeLease(region.id, feed.id, { owner, now, until: now + 1 });
  if (!lease.ok) throw new Error('a store to rehearse in belongs to nobody else');
  await catalogues.publish(
    region.id,
    lease.value,
    {
      catalogue: await catalogues.writeCatalogue(region.id, catalogue),
      expectedSequence: 0,
      changes: changesBetween(undefined, catalogue),
      lastSeenAt,
      ...(source !== undefined && { source }),
      ...(rolledBackFrom !== undefined && { rolledBackFrom }),
    },
    now,
  );
}
