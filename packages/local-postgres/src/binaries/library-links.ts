import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { errnoOf, unlessMissing } from '../system-error.js';

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * npm packages carry no symbolic links; the platform package makes its library links in an install script. Where
 * install scripts are blocked (npm 11, `--ignore-scripts`) nothing made them, so we do.
 */
export async function ensureLibraryLinks(native: string): Promise<void> {
  const list = await unlessMissing(readFile(path.join(native, 'pg-symlinks.json'), 'utf8'));
  if (list === undefined) return;
  const packageRoot = path.dirname(native);
  for (const { source, target } of JSON.parse(list) as LibraryLink[]) {
    await ensureLink(path.join(packageRoot, source), path.join(packageRoot, target));
  }
}

async function ensureLink(source: string, target: string): Promise<void> {
  if ((await unlessMissing(lstat(target))) !== undefined) return;
  try {
    await symlink(path.relative(path.dirname(target), source), target);
  } catch (cause) {
    // Another connector starting at the same moment made it.
    if (errnoOf(cause) === 'EEXIST') return;
    throw new EmbeddedPostgresError(
      'NO_BINARIES',
      `The PostgreSQL libraries in ${path.dirname(target)} lack their links and cannot get them (${errnoOf(cause)}): ` +
        `reinstall with install scripts allowed, make the folder writable, or set DATABASE_URL.`,
      { cause },
    );
  }
}
