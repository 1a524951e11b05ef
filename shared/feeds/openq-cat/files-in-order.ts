import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { unzipFiles } from '../zip/unzip-files.ts';

/** The XML files of a zip in the order of their names (`1.xml`, `2.xml` … `10.xml`), one at least. */
export async function filesInOrder(bytes: Uint8Array): Promise<Result<readonly Uint8Array[], ReadFailure>> {
  const files = await unzipFiles(bytes, 'xml');
  if (!files.ok) return failed({ ...files.failure, record: 0 });
  const byName = new Intl.Collator('en', { numeric: true }).compare;
  const inOrder = [...files.value].toSorted(([one], [other]) => byName(one, other)).map(([, file]) => file);
  return inOrder.length === 0
    ? failed({ code: 'catalogue-missing', byte: 0, record: 0, field: '*.xml' })
    : ok(inOrder);
}
