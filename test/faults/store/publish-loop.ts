import { numberedRun } from '../../support/numbered-runs.ts';
import { freshRegion } from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent } from '../../support/publish-offers.ts';
import { dynamoStores, openEmbedded } from '../../support/stores.ts';

// A program to be killed: opens the store in a folder and publishes one numbered run after the other for ever, saying so
// after each (see kill-rounds.ts). Arguments: the folder and a time in milliseconds that is later than that of any earlier start.

const [folder, now] = process.argv.slice(2);
const { access } = await openEmbedded(folder!);
const stores = dynamoStores(access);
const region = freshRegion();
say({ started: true });
for (;;) {
  const { pointer: before } = await readCurrent(stores.catalogues, region);
  const offers = numberedRun((before?.sequence ?? 0) + 1);
  const { pointer } = await publishOffers(stores, region, offers, { owner: now!, now: Number(now) });
  const { sequence, catalogue } = pointer;
  say({ sequence, catalogue });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
