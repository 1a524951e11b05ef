import { afterAll } from 'vitest';
import { openEmbedded, scratchFolder } from './stores.ts';

/** What tests have of an embedded store: its folder, where it is reached, and access to its table. */
export type EmbeddedForTests = Awaited<ReturnType<typeof openEmbedded>> & { readonly folder: string };

/** Opens an embedded store in a folder of its own; both are gone after the last test of the file that asks for it. */
export async function embeddedForTests(): Promise<EmbeddedForTests> {
  const folder = scratchFolder();
  afterAll(folder.remove);
  const opened = await openEmbedded(folder.path);
  afterAll(() => opened.store.stop());
  return { ...opened, folder: folder.path };
}
