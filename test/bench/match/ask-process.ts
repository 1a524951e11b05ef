import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/**
 * Runs a file of the benchmarks in a process of its own, as it is after types are taken off, like what a bundle holds, with its own heap of at most `heapMiB`, and gives the JSON it
 * prints. What it says on the way goes to standard error. Throws when it ends otherwise than with code 0.
 */
export async function askProcess(file: string, args: readonly string[], heapMiB: number): Promise<unknown> {
  const flags = ['--expose-gc', `--max-old-space-size=${String(heapMiB)}`];
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new Error(`a part of the benchmark ended with ${String(child.exitCode ?? child.signalCode)}`);
  return JSON.parse(printed);
}
