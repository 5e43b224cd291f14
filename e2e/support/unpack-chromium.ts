import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { childEnd } from './child-process.ts';
import { projectFolder } from './start-kasera.ts';

export interface UnpackedChromium {
  executablePath: string;
  /** Libraries that a bare machine may lack (nss, expat). */
  libraryFolder: string;
  /** A fontconfig folder with one font, for a machine that has none. */
  fontFolder: string;
}

/**
 * Unpacks the Chromium (headless shell, x64) that comes inside its npm package, once: only files, no code of the
 * package runs, and its default arguments, which switch web security off, are not taken.
 * @throws when it cannot be unpacked; nothing half-unpacked stays
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = join(dirname(entry), '..');
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '';
  const folder = join(projectFolder, 'node_modules', '.kasera', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, join(packageFolder, 'bin'));
  return {
    executablePath: join(folder, 'chromium'),
    libraryFolder: join(folder, 'lib'),
    fontFolder: join(folder, 'fonts'),
  };
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  try {
    await mkdir(join(partial, 'fonts'), { recursive: true });
    const executable = createWriteStream(join(partial, 'chromium'), { mode: 0o755 });
    await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), executable);
    await untar(join(packed, 'al2023.tar.br'), partial);
    await untar(join(packed, 'fonts.tar.br'), join(partial, 'fonts'));
    await writeFile(join(partial, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')));
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The packed settings name folders of the cloud they were made for. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

async function untar(packed: string, folder: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  const end = childEnd(tar);
  await Promise.all([pipeline(createReadStream(packed), createBrotliDecompress(), tar.stdin), end]);
  if ((await end).code !== 0) throw new Error(`tar could not unpack ${packed}`);
}
