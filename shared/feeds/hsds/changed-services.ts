import { canonicalJson } from '../../domain/canonical-json.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { isZip } from '../zip/unzip-files.ts';
import { pagesOfChanges } from './mark-changes.ts';
import { readServices, serviceIdOf } from './read-services.ts';

const PER_PAGE = 100;

/**
 * The whole list as it is after the changes: a service that was changed stands where it stood, a new one at the end. The very
 * bytes of the whole list where the changes say what it says already. Ends with the failure of either.
 */
export async function layChangesOver(
  whole: Uint8Array,
  update: Uint8Array,
): Promise<Result<Uint8Array, ReadFailure>> {
  if (isZip(whole)) return { ok: false, failure: { code: 'update-without-catalogue', byte: 0, record: 0 } };
  const changed = new Map<string, unknown>();
  for await (const read of readServices(pagesOfChanges(update))) {
    if (!read.ok) return read;
    const id = serviceIdOf(read.value);
    if (id !== undefined) changed.set(id, read.value);
  }
  const list = createPages();
  let isSame = true;
  for await (const read of readServices(whole)) {
    if (!read.ok) return read;
    const id = serviceIdOf(read.value);
    const next = id === undefined ? undefined : changed.get(id);
    if (id !== undefined) changed.delete(id);
    isSame &&= next === undefined || canonicalJson({ next }) === canonicalJson({ next: read.value });
    list.add(next ?? read.value);
  }
  for (const added of changed.values()) list.add(added);
  return ok(isSame && changed.size === 0 ? whole : list.end());
}

/** A list of pages as the interface gives them; the last one says how many services there are. */
function createPages(): { readonly add: (service: unknown) => void; readonly end: () => Uint8Array } {
  const pages: Buffer[] = [];
  let open: string[] = [];
  let count = 0;
  const close = (more: string) => {
    pages.push(Buffer.from(`${pages.length === 0 ? '[' : ','}{"contents":[${open.join(',')}]${more}}`));
    open = [];
  };
  return {
    add(service) {
      if (open.length === PER_PAGE) close('');
      open.push(JSON.stringify(service));
      count += 1;
    },
    end() {
      close(`,"total_items":${String(count)}`);
      return new Uint8Array(Buffer.concat([...pages, Buffer.from(']')]));
    },
  };
}
