import type { Suite } from './mutant.ts';
import { copyProject, firstFailure, tryMutant } from './plant.ts';
import { INDEX_MUTANTS, LEVER_MUTANTS, PAGE_MUTANTS, RANKING_MUTANTS } from './ranking-mutants.ts';
import { REFERENCE_MUTANTS } from './reference-mutants.ts';

// Plants each mutant in a copy of the project and tells which test noticed. `npm run -s mutants` tries all of them one after
// another, some twenty minutes; `npm run -s mutants -- ranking` those whose name, file or suite has this in it. Ends with 1
// where one survives or its text is no longer in its file.

const [wanted = ''] = process.argv.slice(2);
const chosen = [
  ...REFERENCE_MUTANTS,
  ...INDEX_MUTANTS,
  ...RANKING_MUTANTS,
  ...PAGE_MUTANTS,
  ...LEVER_MUTANTS,
].filter(({ name, file, suite }) => `${suite} ${file} ${name}`.includes(wanted));
const say = (line: string) => process.stdout.write(`${line}\n`);
const copy = copyProject();
let [killed, survived, stale] = [0, 0, 0];
try {
  const sound = new Set<Suite>();
  for (const mutant of chosen) {
    const failure = sound.has(mutant.suite) ? undefined : firstFailure(copy, mutant.suite);
    if (failure !== undefined) throw new Error(`without any mutant this fails already: ${failure}`);
    sound.add(mutant.suite);
    const fate = tryMutant(copy, mutant);
    const about = `${mutant.file}: ${mutant.name}`;
    switch (fate.is) {
      case 'killed':
        killed += 1;
        say(`killed    ${about} (${fate.by})`);
        break;
      case 'survived':
        survived += 1;
        say(`SURVIVED  ${about}`);
        break;
      case 'stale':
        stale += 1;
        say(`STALE     ${about}`);
        break;
    }
  }
} finally {
  copy.remove();
}
say(`${String(killed)} killed, ${String(survived)} survived, ${String(stale)} stale`);
process.exitCode = survived + stale === 0 ? 0 : 1;
