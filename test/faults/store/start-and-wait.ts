import { startEmbeddedStore } from '../../../shared/adapters/embedded/start-embedded-store.ts';

// A program that opens the store in the folder given, says where, and then does nothing until it is killed.

const started = await startEmbeddedStore({ folder: process.argv[2]!, log: () => undefined });
if (!started.ok) throw new Error(started.failure.code);
process.stdout.write(`${JSON.stringify({ endpoint: started.value.endpoint, pid: started.value.pid() })}\n`);
