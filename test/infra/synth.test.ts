import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outsideFolder } from './synthesized.ts';

const project = join(import.meta.dirname, '../..');
const folders = [outsideFolder(), outsideFolder()] as const;
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** Synthesizes in a process without any environment but the place of programs: no account, no region, no home. */
async function synthesizeInto(folder: string): Promise<void> {
  const code = `import { synthesize } from '${join(project, 'infra/synthesize.ts')}'; await synthesize('${folder}');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: project,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const exit = await new Promise((resolve) => child.once('close', resolve));
  expect([exit, printed]).toEqual([0, '']);
}

/** Hash of each file below a folder. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String).toSorted();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

describe('synthesizing', () => {
  it('gives the same bytes in another folder, without account or environment', async () => {
    await synthesizeInto(folders[0].path);
    await synthesizeInto(folders[1].path);
    const [one, other] = [filesOf(folders[0].path), filesOf(folders[1].path)];
    expect(Object.keys(one).length).toBeGreaterThan(10);
    expect(other).toEqual(one);
  });

  it('over an older run gives the same bytes, too', async () => {
    const before = filesOf(folders[0].path);
    await synthesizeInto(folders[0].path);
    expect(filesOf(folders[0].path)).toEqual(before);
  });

  it('names no folder of this machine', () => {
    const files = Object.keys(filesOf(folders[0].path)).filter((path) => /\.(?:json|mjs)$/.test(path));
    const naming = files.filter((path) =>
      readFileSync(join(folders[0].path, path), 'utf8').includes(project),
    );
    expect(naming).toEqual([]);
  });

  it('keeps source maps out of what is delivered', () => {
    const maps = Object.keys(filesOf(folders[0].path)).filter((path) => path.endsWith('.map'));
    expect(maps.length).toBeGreaterThan(0);
    expect(maps.filter((path) => path.startsWith('asset.'))).toEqual([]);
  });
});
