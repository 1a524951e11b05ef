// Runs before everything else, on any Node: says in one sentence what is missing and stops.
const wanted = 24;
const found = Number(process.versions.node.split('.')[0]);
if (found < wanted) {
  console.error(
    `Vereinbar needs Node ${wanted} or newer (this is ${process.versions.node}): on Linux x64 "npm ci" brings it along, elsewhere install it from your system and run the command again.`,
  );
  process.exit(1);
}
