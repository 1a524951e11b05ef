import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

/** An unpacked Chromium: the program and what it needs in its environment. */
export type UnpackedChromium = {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
};

const require = createRequire(import.meta.url);
const PACKAGE = join(dirname(require.resolve('@sparticuz/chromium')), '..');
const CACHE = join(PACKAGE, '../../.cache');
const FOLDER = join(CACHE, 'vereinbar-chromium-153.0.0-fonts');
/** The program, the libraries it is linked to beyond those of every Linux, and one font, so that widths are the same everywhere. */
const ARCHIVES = ['al2023.tar', 'fonts.tar'];

const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function inflate(archive: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(join(PACKAGE, 'bin', `${archive}.br`)),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o755 }),
  );
}

async function unpackInto(folder: string): Promise<void> {
  await inflate('chromium', join(folder, 'chromium'));
  for (const archive of ARCHIVES) {
    const file = join(folder, archive);
    await inflate(archive, file);
    await promisify(execFile)('tar', ['-xf', file, '-C', folder]);
    await rm(file);
  }
  // The one of the package names a folder of AWS Lambda.
  await writeFile(join(folder, 'fonts.conf'), FONT_SETTINGS);
}

/** The Chromium of the npm package in a folder of our own, unpacked the first time. Needs Linux x64 and nothing but npm. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  if (!existsSync(FOLDER)) {
    await mkdir(CACHE, { recursive: true });
    const fresh = await mkdtemp(`${FOLDER}-`);
    await unpackInto(fresh);
    await rename(fresh, FOLDER).catch(async () => rm(fresh, { recursive: true }));
  }
  return {
    executable: join(FOLDER, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(FOLDER, 'lib'), FONTCONFIG_PATH: FOLDER },
  };
}
