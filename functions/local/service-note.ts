import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const NAME = 'service.json';
const note = z.object({ pid: z.int().positive(), endpoint: z.url({ protocol: /^http$/ }) });

/** Which process runs the service on a data folder, and where its store listens. */
export type ServiceNote = z.infer<typeof note>;

/** Leaves a note beside the data, so that commands find the store of a running service. */
export async function writeServiceNote(folder: string, running: ServiceNote): Promise<void> {
  await writeFile(join(folder, NAME), JSON.stringify(running));
}

/** The note of the service that runs as `pid`; `undefined` when there is none, or it is of another process. */
export async function readServiceNote(folder: string, pid: number): Promise<ServiceNote | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = note.safeParse(parsedJson(text));
  return parsed.success && parsed.data.pid === pid ? parsed.data : undefined;
}

/** Takes the note away; nothing happens when it is gone. */
export async function removeServiceNote(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
