import { mkdirSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { PLEASE_STOP, type ChildMessage } from './child-messages.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { passOnWholeBodies } from './whole-body-server.ts';

// The program of the child process; started by start-embedded-store.ts with a folder and a port (0 = any free one).
// It holds the folder, serves until it is told to stop, and ends with its parent, however that one ended.

const LONGEST_STOP_MS = 3000;
const LONGEST_WAIT_FOR_HOLDER_MS = LONGEST_STOP_MS + 2000;
const WAIT_STEP_MS = 50;

function tell(message: ChildMessage, then: () => void = () => undefined): void {
  if (process.send === undefined || !process.connected) then();
  else process.send(message, then);
}

function giveUp(message: ChildMessage): void {
  tell(message, () => process.exit(1));
}

function stop(server: Server, lock: FolderLock): void {
  const end = () => {
    lock.release();
    process.exit(0);
  };
  // What is on its way is finished; what takes longer is cut off, which the database survives.
  setTimeout(end, LONGEST_STOP_MS);
  server.close(end);
  server.closeIdleConnections();
}

function serve(folder: string, port: number, lock: FolderLock): void {
  const database = join(folder, 'dynalite');
  mkdirSync(database, { recursive: true });
  const server = dynalite({ path: database, createTableMs: 0 });
  passOnWholeBodies(server);
  server.on('error', (error) => {
    lock.release();
    giveUp({ kind: 'code' in error && error.code === 'EADDRINUSE' ? 'port-in-use' : 'folder-unusable' });
  });
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    const found = typeof address === 'object' && address !== null ? address.port : 0;
    whenAnswering(found, () => {
      tell({ kind: 'ready', port: found });
    });
  });
  let isStopping = false;
  const stopOnce = () => {
    if (isStopping) return;
    isStopping = true;
    stop(server, lock);
  };
  process.on('message', (message) => {
    if (message === PLEASE_STOP) stopOnce();
  });
  process.on('disconnect', stopOnce);
}

// dynalite listens even when its database cannot be opened, and dies of the first request: better now than later.
function whenAnswering(port: number, then: () => void): void {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': 'now',
    authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=none',
  };
  request({ host: '127.0.0.1', port, method: 'POST', headers }, (response) => {
    response.resume().on('end', then);
  }).end('{}');
}

function takeFolder(folder: string, then: (lock: FolderLock) => void, waitedMs = 0): void {
  const lock = lockFolder(folder);
  if (lock.ok) then(lock.value);
  else if (lock.failure.isEnding && waitedMs < LONGEST_WAIT_FOR_HOLDER_MS) {
    setTimeout(() => {
      takeFolder(folder, then, waitedMs + WAIT_STEP_MS);
    }, WAIT_STEP_MS);
  } else giveUp({ kind: 'locked', pid: lock.failure.pid });
}

function main(): void {
  const [folder, port] = process.argv.slice(2);
  if (folder === undefined || port === undefined) throw new TypeError('a folder and a port are needed');
  // An interrupt from the keyboard reaches the whole group; it is the parent that decides when the store may end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('uncaughtException', (error) => {
    giveUp({ kind: 'crashed', error: error.name });
  });
  takeFolder(folder, (lock) => {
    serve(folder, Number(port), lock);
  });
}

main();
