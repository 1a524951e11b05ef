// Runs a bundled function as Lambda does: a process of its own, settings in the environment, one event after another.
// Arguments: path of the bundle, then events as JSON. Prints one line of JSON for each answer, after the function's own lines.
import { pathToFileURL } from 'node:url';

const [bundle, ...events] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(bundle).href);
for (const event of events) console.log(`answer ${JSON.stringify(await handler(JSON.parse(event), {}))}`);
