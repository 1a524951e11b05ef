import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { readLocalSettings } from '../../shared/config/read.ts';
import { settingSentence } from './setting-sentence.ts';
import { startSystem } from './start-system.ts';

// `npm start`: the whole system on this machine. People read standard output; log lines and the one sentence on why it
// does not start go to standard error.

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const settings = readLocalSettings(process.env);
if (!settings.ok) giveUp(settingSentence(settings.failure));

const clock = () => Date.now();
const log = createJsonLog({ clock, write: (line) => process.stderr.write(line) });
const say = (line: string) => {
  console.log(line);
};

const started = await startSystem({ settings: settings.value, clock, log, say });
if (!started.ok) giveUp(started.failure);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void started.value.stop().then(() => {
      say('Vereinbar has stopped.');
      process.exit(0);
    });
  });
}
await started.value.imported;
