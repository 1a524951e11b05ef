// Checks what package-lock.json brings: one line per finding, exit code 1 when there is one. The lock file is the first
// argument, package.json lies beside it (default: the project's own).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// MPL-2.0 binds the files of the package alone and is compatible with the EUPL (its appendix names it).
const DELIVERED = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MPL-2.0'],
];
const DEVELOPMENT = [
  ...DELIVERED,
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'EUPL-1.2',
  'Python-2.0',
  'Unlicense',
];

/** Whether an SPDX expression grants one of the allowed licences: any side of OR, every side of AND. */
function isAllowed(expression, allowed) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((side) => isAllowed(side, allowed));
  return bare.split(' AND ').every((side) => allowed.includes(side.replace(/^\(|\)$/g, '')));
}

/** What is wrong with one entry of the lock file, as sentences. */
function findings(path, entry, allowScripts, installed) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const found = [];
  const allowed = entry.dev ? DEVELOPMENT : DELIVERED;
  if (entry.link) found.push('is a link to a folder; only packages of the registry are allowed');
  // What lies within another package is covered by that one's integrity.
  if (!entry.integrity && !entry.inBundle)
    found.push('has no integrity; remove it and add it again with npm');
  // Where packages come from is a setting of the machine; the lock names what they are.
  if (entry.resolved !== undefined) {
    found.push('names the address it came from; its "resolved" must not stand in the lock file');
  }
  if (typeof entry.license !== 'string') found.push('states no licence');
  else if (!isAllowed(entry.license, allowed)) {
    found.push(
      `has the licence ${entry.license}, which is not on the list for ${entry.dev ? 'development' : 'delivery'}`,
    );
  }
  if (entry.hasInstallScript && !Object.hasOwn(allowScripts, name)) {
    found.push('has an install script; decide on it under "allowScripts" in package.json');
  }
  const lacking = Object.keys(entry.optionalDependencies ?? {}).filter(
    (optional) => !installed.has(optional),
  );
  if (lacking.length > 0) {
    found.push(
      `lacks ${lacking.join(', ')} in the lock file, so "npm ci" will refuse it; take a version that has them`,
    );
  }
  return found.map((what) => `${path} ${entry.version ?? ''}: ${what}.`);
}

const lockFile = process.argv[2] ?? join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const { allowScripts = {} } = JSON.parse(readFileSync(join(dirname(lockFile), 'package.json'), 'utf8'));
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
const installed = new Set(entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)));

const all = entries.flatMap(([path, entry]) => findings(path, entry, allowScripts, installed));
for (const name of Object.keys(allowScripts)) {
  if (!installed.has(name)) all.push(`allowScripts names ${name}, which is not installed.`);
}
if (entries.length === 0) all.push('The lock file lists no package.');
for (const line of all) console.error(line);
if (all.length > 0) process.exitCode = 1;
