import { flushCompileCache } from 'node:module';
import { readCurrent } from '../../support/publish-offers.ts';
import type { Stores } from '../../support/stores.ts';
import { importRun, openStores, readBerlin } from './berlin-runs.ts';
import type { Stage } from './kill-moments.ts';

// A program to be killed: opens the store in a folder and imports the courses of Berlin run after run for ever, saying
// each stage as it begins and each publication (see kill-rounds.ts). Arguments: folder of the store, folder of the runs.

const [folder, files] = process.argv.slice(2);
const berlin = await readBerlin(files!);
const { stores } = await openStores(folder!);
const { pointer } = await readCurrent(stores.catalogues, berlin.loaded.region.id, berlin.feed.id);
say({ started: true });
for (let run = (pointer?.sequence ?? 0) + 1; ; run++) {
  const begin = (stage: Stage) => {
    say({ stage, run });
  };
  const { state, reason, current } = await importRun(berlin, telling(stores, begin), run, () => {
    begin('fetch');
  });
  if (state !== 'published') throw new Error(`run ${String(run)} is ${state}: ${String(reason)}`);
  say(current!);
  flushCompileCache(); // a process that is killed does not do so at its end
}

/** Stores that tell the stages of an import by the calls that begin them. */
function telling({ offers, catalogues, runs, supplements }: Stores, begin: (stage: Stage) => void): Stores {
  return {
    runs,
    supplements,
    offers: {
      ...offers,
      writeVersions: (...given) => {
        begin('versions');
        return offers.writeVersions(...given);
      },
    },
    catalogues: {
      ...catalogues,
      takeLease: async (...given) => {
        const lease = await catalogues.takeLease(...given);
        begin('read');
        return lease;
      },
      writeCatalogue: (...given) => {
        begin('chunks');
        return catalogues.writeCatalogue(...given);
      },
      publish: (...given) => {
        begin('pointer');
        return catalogues.publish(...given);
      },
    },
  };
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
