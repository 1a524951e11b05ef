import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Figure } from '../figures.ts';
import { askProcess } from './ask-process.ts';

const RESIDENT_RUN = fileURLToPath(new URL('./resident-run.ts', import.meta.url));

/** What `resident-run.ts` prints. */
const resident = z.strictObject({ beforeMiB: z.number(), residentMiB: z.number(), indexMiB: z.number() });

/** The memory of a process that holds nothing but the index, loaded from its binary form. */
export async function residentFigures(bytes: Uint8Array): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vereinbar-bench-'));
  try {
    const file = join(folder, 'index');
    await writeFile(file, bytes);
    const found = resident.parse(await askProcess(RESIDENT_RUN, [file], 1024));
    return [{ what: 'memory', ...found, note: 'a process of its own that loads the index and no offers' }];
  } finally {
    await rm(folder, { recursive: true });
  }
}
