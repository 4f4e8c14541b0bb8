import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { giveFolderTo } from '../run-as/give-folder.js';
import type { RunAs } from '../run-as/run-as.js';
import { unlessMissing } from '../system-error.js';
import { binariesIn, type PostgresBinaries } from './postgres-binaries.js';

/**
 * Copies the binaries to a folder beside the data (60 MB, once per version), for a user who cannot enter the checkout.
 * Not to a temporary folder: there anybody could put something else in their place.
 */
export async function relocateBinaries(
  runAs: RunAs,
  installed: PostgresBinaries,
  folder: string,
): Promise<PostgresBinaries> {
  const copy = path.join(folder, await packageVersion(installed));
  if ((await unlessMissing(stat(copy))) === undefined) {
    const incomplete = path.join(folder, 'incomplete');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await cp(installed.native, incomplete, { recursive: true, verbatimSymlinks: true });
    await rename(incomplete, copy);
  }
  await giveFolderTo(runAs, folder);
  return binariesIn(copy);
}

async function packageVersion(installed: PostgresBinaries): Promise<string> {
  const manifest = await readFile(path.join(path.dirname(installed.native), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
